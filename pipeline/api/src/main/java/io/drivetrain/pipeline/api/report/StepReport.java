package io.drivetrain.pipeline.api.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step in the report of a run.
 *
 * @param kind what it does; "" when the definition cannot be read any more
 * @param thisReport it is the one that wrote this report, and so had not ended yet
 * @param attempt the number of its last attempt; 0 when it never ran
 * @param readyAt when the last step that it waited for had ended; empty before that
 * @param seconds from its start to its end; empty when it has not ended or never ran
 * @param waitedSeconds between being ready and its first attempt; empty when it never ran
 * @param approval what it asks a person while it waits for one
 * @param reusedFrom who did its work when it was not run again
 * @param attempts each claim by a worker
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
    @JsonProperty("tries") List<Attempt> attempts) {

  public StepReport {
    needs = Absent.orCopy(needs);
    attempts = Absent.orCopy(attempts);
  }
}
