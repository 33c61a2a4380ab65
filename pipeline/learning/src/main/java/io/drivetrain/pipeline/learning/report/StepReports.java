package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.StepReport;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a run as its report shows them. */
final class StepReports {
  private StepReports() {}

  /**
   * @param reporter id of the step that writes the report; "" for none
   */
  static List<StepReport> of(RunSnapshot snapshot, String reporter) {
    return snapshot.steps().stream().map(step -> of(snapshot, step, reporter)).toList();
  }

  private static StepReport of(RunSnapshot snapshot, StepRun step, String reporter) {
    StepOutcome outcome = step.outcome();
    List<Attempt> attempts = snapshot.attemptsOf(step.step());
    Optional<Instant> ready = ready(snapshot, step);
    Optional<Instant> first =
        Stream.concat(
                attempts.stream().map(Attempt::startedAt), Stream.ofNullable(outcome.startedAt()))
            .findFirst();
    return new StepReport(
        step.step(),
        snapshot.definition().flatMap(one -> kind(one, step.step())).orElse(""),
        step.needs(),
        outcome.state(),
        step.step().equals(reporter),
        Optional.ofNullable(outcome.reason()),
        Optional.ofNullable(outcome.message()),
        outcome.attempt(),
        ready,
        Optional.ofNullable(outcome.startedAt()),
        Optional.ofNullable(outcome.endedAt()),
        seconds(Optional.ofNullable(outcome.startedAt()), Optional.ofNullable(outcome.endedAt())),
        seconds(ready, first),
        step.approval(),
        step.reusedFrom(),
        attempts);
  }

  private static Optional<String> kind(PipelineDefinition definition, String step) {
    return definition.step(step).map(spec -> spec.kind());
  }

  private static Optional<Instant> ready(RunSnapshot snapshot, StepRun step) {
    List<Instant> ends =
        snapshot.steps().stream()
            .filter(one -> step.needs().contains(one.step()))
            .map(one -> one.outcome().endedAt())
            .toList();
    if (ends.isEmpty()) {
      return snapshot.run().startedAt();
    }
    return ends.stream().allMatch(Objects::nonNull)
        ? ends.stream().max(Instant::compareTo)
        : Optional.empty();
  }

  /** A clock that was set back gives no time below nothing. */
  private static Optional<Double> seconds(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(
        start -> to.map(end -> Math.max(0, Duration.between(start, end).toMillis()) / 1000.0));
  }
}
