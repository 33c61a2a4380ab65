package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.approval.ApprovalResult;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.StepOutput;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Kind {@code approval}: the run waits until somebody approves or rejects it. No worker runs it.
 */
@ApplicationScoped
class ApprovalKind implements StepKind {
  @Override
  public String kind() {
    return StepSpec.APPROVAL;
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Approval", "Approbation");
  }

  @Override
  public StepOutput<ApprovalResult> output() {
    return StepOutput.of(ApprovalResult.class);
  }

  /** An approval covers what the earlier steps produced, not the parameters themselves. */
  @Override
  public boolean reads(String parameter) {
    return false;
  }
}
