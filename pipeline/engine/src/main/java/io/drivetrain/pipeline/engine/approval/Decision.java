package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.approval.ApprovalResult;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;
import java.util.Optional;

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

  /** What later steps and readers of the run get. */
  ApprovalResult output() {
    return new ApprovalResult(
        isApproved, Optional.of(by).filter(name -> !name.isBlank()), reason, decidedAt);
  }
}
