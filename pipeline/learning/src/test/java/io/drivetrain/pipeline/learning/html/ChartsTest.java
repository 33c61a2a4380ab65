package io.drivetrain.pipeline.learning.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.Histogram;

class ChartsTest {
  private final Charts charts = new Charts(NumberText.ENGLISH);

  @Test
  void takesItsColoursFromThePage() {
    assertThat(scatter(1, 2, 3))
        .contains("fill=\"var(--accent)\"", "stroke=\"var(--other)\"", "stroke=\"var(--line)\"")
        .doesNotContain("rgb(1,0,0)", "rgb(2,0,0)");
  }

  @Test
  void needsNothingElseInThePage() {
    assertThat(scatter(1, 2, 3))
        .startsWith("<svg ")
        .endsWith("</svg>")
        .doesNotContain("http", "url(", " id=", "<defs");
  }

  @Test
  void tellsPeopleWhoDoNotSeeItWhatItShows() {
    String svg = charts.histogram("Errors of \"x\" & <y>", new double[] {1}, -2, 2, "x", "rows");

    assertThat(svg)
        .contains("role=\"img\"")
        .contains("aria-label=\"Errors of &quot;x&quot; &amp; &lt;y&gt;\"");
  }

  @Test
  void drawsADotForEachRow() {
    assertThat(scatter(1, 2, 3).split("<circle", -1)).hasSize(1 + 3);
  }

  @Test
  void countsInTheOuterBarsWhatLiesBeyondThem() {
    Histogram counts = Charts.counts(new double[] {-9, -1, 0.1, 0.25, 9}, -3, 3);

    assertThat(counts.getyAxisData()).hasSize(30).startsWith(1.0).endsWith(1.0);
    assertThat(counts.getyAxisData().get(15)).isEqualTo(1);
    assertThat(counts.getyAxisData().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(5);
  }

  @Test
  void drawsTimesAndHeadroomAsBars() {
    String times =
        charts.durations(
            "times", List.of("train", "report"), List.of(1.0, 0.0), List.of(8.0, 2.0), "seconds");
    String headroom = charts.headroom("gates", List.of("a", "b"), List.of(20.0, -10.0), "per cent");

    assertThat(times).contains("var(--accent)", "var(--waiting)");
    assertThat(headroom).contains("var(--good)", "var(--bad)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 17})
  void writesEveryNameBesideItsBar(int bars) {
    List<String> names = IntStream.range(0, bars).mapToObj(bar -> "gate " + bar).toList();
    List<Double> values = Collections.nCopies(bars, 20.0);

    Set<String> charts =
        IntStream.range(0, bars)
            .mapToObj(bar -> {
              List<String> renamed = new ArrayList<>(names);
              renamed.set(bar, "name " + bar); // letters are drawn as outlines
              return this.charts.headroom("gates", renamed, values, "per cent");
            })
            .collect(Collectors.toSet());

    assertThat(charts)
        .hasSize(bars)
        .doesNotContain(this.charts.headroom("gates", names, values, "per cent"));
  }

  @Test
  void drawsTimesOfNoLengthToo() {
    assertThat(charts.durations("times", List.of("a"), List.of(0.0), List.of(0.0), "seconds"))
        .contains("<svg");
  }

  @Test
  void drawsTwoDistributionsOfOneLevel() {
    assertThat(charts.pairs("city", List.of("Rabat"), List.of(1.0), List.of(1.0)))
        .contains("var(--accent)", "var(--waiting)");
  }

  private String scatter(double... values) {
    return charts.scatter("predictions", values, values, 0, 4, "actual", "predicted");
  }
}
