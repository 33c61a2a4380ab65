package io.drivetrain.webui.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void waitingAndRunningAreParted() {
    StepDetails check = step("check", List.of(), 0, 4);
    StepDetails train = step("train", List.of("check"), 6, 10);
    Timeline timeline = Timeline.of(run(Optional.of(10), check, train), after(99));

    assertThat(timeline.waiting(train)).contains(new Timeline.Span(0.4, 0.6));
    assertThat(timeline.running(train)).contains(new Timeline.Span(0.6, 1));
    assertThat(timeline.waited(train)).contains(Duration.ofSeconds(2));
    assertThat(timeline.ran(train)).contains(Duration.ofSeconds(4));
  }

  @Test
  void runningStepReachesToNow() {
    StepDetails check = step("check", List.of(), 0, null);
    Timeline timeline = Timeline.of(run(Optional.empty(), check), after(8));

    assertThat(timeline.running(check)).contains(new Timeline.Span(0, 1));
    assertThat(timeline.ran(check)).contains(Duration.ofSeconds(8));
  }

  @Test
  void stepIsReadyWhenTheLastThatItNeedsHasEnded() {
    StepDetails left = step("left", List.of(), 0, 3);
    StepDetails right = step("right", List.of(), 0, 5);
    StepDetails merge = step("merge", List.of("left", "right"), null, null);
    Timeline timeline = Timeline.of(run(Optional.empty(), left, right, merge), after(10));

    assertThat(timeline.waiting(merge)).contains(new Timeline.Span(0.5, 1));
    assertThat(timeline.running(merge)).isEmpty();
  }

  @Test
  void stepWhoseNeedsHaveNotEndedDoesNotWaitYet() {
    StepDetails check = step("check", List.of(), 0, null);
    StepDetails train = step("train", List.of("check"), null, null);
    Timeline timeline = Timeline.of(run(Optional.empty(), check, train), after(5));

    assertThat(timeline.waiting(train)).isEmpty();
    assertThat(timeline.waited(train)).isEmpty();
  }

  @Test
  void stepThatWasNeverReachedHasNoBar() {
    StepDetails check = step("check", List.of(), 0, 4);
    StepDetails train = step("train", List.of("check"), null, 4);
    Timeline timeline = Timeline.of(run(Optional.of(4), check, train), after(5));

    assertThat(timeline.waiting(train)).isEmpty();
    assertThat(timeline.running(train)).isEmpty();
  }

  @Test
  void clockThatIsBehindThatOfTheDatabaseMakesNoNegativeTimes() {
    StepDetails check = step("check", List.of(), 0, null);
    Timeline timeline = Timeline.of(run(Optional.empty(), check), START.minusSeconds(3));

    assertThat(timeline.ran(check)).contains(Duration.ofMillis(1));
    assertThat(timeline.running(check)).contains(new Timeline.Span(0, 1));
  }

  private static StepDetails step(String id, List<String> needs, Integer from, Integer to) {
    return new StepDetails(
        id,
        StepLabel.of(id),
        needs,
        to == null ? StepState.RUNNING : StepState.SUCCEEDED,
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(from).map(TimelineTest::after),
        Optional.ofNullable(to).map(TimelineTest::after),
        StepDocument.NONE,
        Optional.empty());
  }

  private static RunDetails run(Optional<Integer> end, StepDetails... steps) {
    return new RunDetails(
        UUID.randomUUID(),
        "rents",
        end.isPresent() ? RunState.SUCCEEDED : RunState.RUNNING,
        Optional.empty(),
        Optional.empty(),
        RunTrigger.API,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "",
        Map.of(),
        "1",
        START,
        Optional.of(START),
        end.map(TimelineTest::after),
        List.of(),
        List.of(steps));
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }
}
