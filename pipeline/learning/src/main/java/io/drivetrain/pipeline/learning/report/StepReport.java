package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step in the report of a run.
 *
 * @param kind what it does; "" when the definition cannot be read any more
 * @param thisReport it is the one that wrote this report, and so had not ended yet
 * @param attempt the number of its last try; 0 when it never ran
 * @param readyAt when the last step that it waited for had ended; empty before that
 * @param seconds from its start to its end; empty when it has not ended or never ran
 * @param waitedSeconds between being ready and its first try; empty when it never ran
 * @param approval what it asks a person while it waits for one
 * @param reusedFrom who did its work when it was not run again
 * @param tries each claim by a worker
 */
public record StepReport(
    String step,
    String kind,
    List<String> needs,
    StepState state,
    boolean thisReport,
    Optional<StepReason> reason,
    Optional<String> message,
    int attempt,
    Optional<Instant> readyAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Double> seconds,
    Optional<Double> waitedSeconds,
    Optional<StepApproval> approval,
    Optional<ReusedFrom> reusedFrom,
    List<Attempt> tries) {

  /**
   * @param teller id of the step that writes the report; "" for none
   */
  static List<StepReport> of(RunSnapshot account, String teller) {
    return account.steps().stream().map(step -> of(account, step, teller)).toList();
  }

  private static StepReport of(RunSnapshot account, StepRun step, String teller) {
    StepOutcome outcome = step.outcome();
    List<Attempt> tries = account.triesOf(step.step());
    Optional<Instant> ready = ready(account, step);
    Optional<Instant> first =
        Stream.concat(
                tries.stream().map(Attempt::startedAt), Stream.ofNullable(outcome.startedAt()))
            .findFirst();
    return new StepReport(
        step.step(),
        account.definition().flatMap(one -> kind(one, step.step())).orElse(""),
        step.needs(),
        outcome.state(),
        step.step().equals(teller),
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
        tries);
  }

  private static Optional<String> kind(PipelineDefinition definition, String step) {
    return definition.step(step).map(spec -> spec.kind());
  }

  private static Optional<Instant> ready(RunSnapshot account, StepRun step) {
    List<Instant> ends =
        account.steps().stream()
            .filter(one -> step.needs().contains(one.step()))
            .map(one -> one.outcome().endedAt())
            .toList();
    if (ends.isEmpty()) {
      return account.run().startedAt();
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
