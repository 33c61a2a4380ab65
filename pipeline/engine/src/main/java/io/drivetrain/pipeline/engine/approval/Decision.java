package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.engine.step.StepReason;
import io.drivetrain.pipeline.engine.step.StepState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person has decided.
 *
 * @param by empty when nobody said who
 */
record Decision(boolean isApproved, String by, String reason, Instant decidedAt) {

  StepState state() {
    return isApproved ? StepState.SUCCEEDED : StepState.REJECTED;
  }

  /** Why the step is in its state; null where the state says it. */
  StepReason stepReason() {
    return isApproved ? null : StepReason.USER;
  }

  /** For people. */
  String text() {
    return "%s%s: %s"
        .formatted(isApproved ? "Approved" : "Rejected", by.isBlank() ? "" : " by " + by, reason);
  }

  /** What later steps and readers of the run get; without {@code by} when nobody said who. */
  Map<String, Object> output() {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("approved", isApproved);
    if (!by.isBlank()) {
      output.put("by", by);
    }
    output.put("reason", reason);
    output.put("decidedAt", decidedAt.toString());
    return output;
  }
}
