package io.drivetrain.pipeline.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  @Test
  void anAxisHasRoundTicks() {
    Axis axis = new Axis(-30, 110, 0, 140);

    assertThat(axis.ticks(3))
        .containsExactly(
            new Axis.Tick("30.0", "0"), new Axis.Tick("80.0", "50"), new Axis.Tick("130.0", "100"));
    assertThat(new Axis(0, 0.9, 0, 90).ticks(4))
        .extracting(Axis.Tick::label)
        .containsExactly("0.00", "0.25", "0.50", "0.75");
  }

  @Test
  void aTimelinePartsWaitingFromWork() {
    Timeline timeline =
        Timeline.of(
            START,
            START.plusSeconds(10),
            List.of(
                new Timeline.Line(
                    "train",
                    "succeeded",
                    List.of(
                        new Timeline.Span("waiting", START, START.plusSeconds(2), "waiting"),
                        new Timeline.Span(
                            "good", START.plusSeconds(2), START.plusSeconds(10), "work")))));

    assertThat(timeline.rows().getFirst().bars())
        .containsExactly(
            new Timeline.Bar("waiting", "0.000%", "20.000%", "waiting: 2.0 s"),
            new Timeline.Bar("good", "20.000%", "80.000%", "work: 8.0 s"));
    assertThat(timeline.ticks())
        .containsExactly(
            new Axis.Tick("0.000%", "0"),
            new Axis.Tick("20.000%", "2.0 s"),
            new Axis.Tick("40.000%", "4.0 s"),
            new Axis.Tick("60.000%", "6.0 s"),
            new Axis.Tick("80.000%", "8.0 s"));
  }

  @Test
  void aRunOfNoTimeHasATimelineToo() {
    Timeline timeline = Timeline.of(START, START, List.of());

    assertThat(timeline.ticks()).first().isEqualTo(new Axis.Tick("0.000%", "0"));
  }

  @Test
  void boundsShowWhereAValueLies() {
    Bounds bounds =
        Bounds.of(0.9, OptionalDouble.of(0.7), OptionalDouble.empty(), "good", "0.9, at least 0.7");

    assertThat(bounds.from()).isEqualTo("16.7");
    assertThat(bounds.width()).isEqualTo("83.3");
    assertThat(bounds.value()).isEqualTo("83.3");
    assertThat(bounds.marks()).containsExactly(new Bounds.Mark("16.7", "start", "0.7"));
  }

  @Test
  void aHistogramCountsWhatLiesOutsideInItsOuterBars() {
    Histogram histogram = Histogram.of("error", new double[] {-9, -1, 0.1, 0.2, 9}, -3, 3);

    assertThat(histogram.bars()).hasSize(30);
    assertThat(histogram.bars().getFirst().text()).isEqualTo("-3 to -2.800: 1");
    assertThat(histogram.bars().get(15).text()).isEqualTo("0 to 0.2000: 1");
    assertThat(histogram.bars().getLast().text()).isEqualTo("2.800 to 3: 1");
    assertThat(histogram.beyond()).isEqualTo("2");
    assertThat(histogram.rows()).isEqualTo("5");
  }

  @Test
  void aScatterDrawsASampleOfManyRows() {
    List<Scatter.Pair> pairs =
        IntStream.range(0, 5000).mapToObj(i -> new Scatter.Pair(i, i)).toList();

    Scatter scatter = Scatter.of("actual", "predicted", pairs);

    assertThat(scatter.points()).hasSize(800);
    assertThat(scatter.rows()).isEqualTo("5,000");
  }

  @Test
  void aScatterOfOneValueHasRoomAroundIt() {
    Scatter scatter = Scatter.of("actual", "predicted", List.of(new Scatter.Pair(7, 7)));

    assertThat(scatter.points()).containsExactly(new Scatter.Dot("238.0", "157.0"));
  }
}
