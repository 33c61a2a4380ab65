package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.approval.ApprovalResult;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision on an approval step.
 *
 * @param by empty when not given
 */
record Decision(boolean isApproved, String by, String reason, Instant decidedAt) {

  StepState state() {
    return isApproved ? StepState.SUCCEEDED : StepState.REJECTED;
  }

  /** Null where the state explains itself. */
  StepReason stepReason() {
    return isApproved ? null : StepReason.USER;
  }

  /** As shown on the run. */
  String text() {
    return "%s%s: %s"
        .formatted(isApproved ? "Approved" : "Rejected", by.isBlank() ? "" : " by " + by, reason);
  }

  /** What later steps and readers of the run get. */
  ApprovalResult output() {
    return new ApprovalResult(
        isApproved, Optional.of(by).filter(name -> !name.isBlank()), reason, decidedAt);
  }
}
