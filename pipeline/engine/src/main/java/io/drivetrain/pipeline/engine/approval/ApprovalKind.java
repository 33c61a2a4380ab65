package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.approval.ApprovalResult;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.StepOutput;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Kind {@code approval}: the run waits until a person has approved or rejected. No worker is held
 * meanwhile, so it is a kind of step that nothing runs.
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

  /** What a person approved of is what the steps before it have made of the parameters. */
  @Override
  public boolean reads(String parameter) {
    return false;
  }
}
