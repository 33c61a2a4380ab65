package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.step.StepOutcome;
import io.drivetrain.pipeline.step.StepState;
import io.drivetrain.registry.client.RunStatus;
import java.util.Collection;
import java.util.List;

/** How a run has ended, as its steps before the report show it. */
enum RunOutcome {
  SUCCEEDED(RunStatus.FINISHED),
  /** A gate said no. MLflow knows no such state: its run is FAILED, and a tag says REJECTED. */
  REJECTED(RunStatus.FAILED),
  FAILED(RunStatus.FAILED),
  CANCELLED(RunStatus.KILLED);

  private final RunStatus status;

  RunOutcome(RunStatus status) {
    this.status = status;
  }

  RunStatus status() {
    return status;
  }

  static RunOutcome of(Collection<StepOutcome> steps) {
    if (any(steps, StepState.CANCELLED, StepState.CANCELLING)) {
      return CANCELLED;
    }
    if (any(steps, StepState.FAILED, StepState.TIMED_OUT)) {
      return FAILED;
    }
    if (any(steps, StepState.REJECTED)) {
      return REJECTED;
    }
    return any(steps, StepState.UPSTREAM_FAILED) ? FAILED : SUCCEEDED;
  }

  private static boolean any(Collection<StepOutcome> steps, StepState... states) {
    return steps.stream().anyMatch(step -> List.of(states).contains(step.state()));
  }
}
