package io.drivetrain.pipeline.api.run;

import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step of a run.
 *
 * @param label the name of its kind for people
 * @param needs the steps that it waits for
 * @param state null, to a reader that is older than the service, when it does not know the state
 * @param attempt 0 before the first attempt
 * @param progress how far it is while it runs
 * @param approval what it asks while it waits for a person
 * @param output what it produced, as its kind declares it; empty until it ended
 * @param reusedFrom who did its work when it was not run again
 */
public record StepDetails(
    String step,
    StepLabel label,
    List<String> needs,
    StepState state,
    Optional<StepReason> reason,
    Optional<String> message,
    int attempt,
    Optional<StepProgress> progress,
    Optional<StepApproval> approval,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    StepDocument output,
    Optional<ReusedFrom> reusedFrom) {

  public StepDetails {
    label = label == null ? StepLabel.of(step) : label;
    needs = needs == null ? List.of() : List.copyOf(needs);
    output = output == null ? StepDocument.NONE : output;
  }
}
