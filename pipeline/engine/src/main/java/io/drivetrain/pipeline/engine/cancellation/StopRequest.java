package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Duration;
import java.util.UUID;

/**
 * Why a run or a step is stopped before it is done.
 *
 * @param message shown on the run and its steps
 */
record StopRequest(StepReason reason, String message) {
  static StopRequest byUser(String why) {
    return new StopRequest(StepReason.USER, why.isBlank() ? "Cancelled." : "Cancelled: " + why);
  }

  static StopRequest replacedBy(UUID run) {
    return new StopRequest(StepReason.USER, "Cancelled: replaced by run %s.".formatted(run));
  }

  static StopRequest byDeadline() {
    return new StopRequest(StepReason.DEADLINE, "The run exceeded the deadline of its definition.");
  }

  static StopRequest byClosingTime(Duration closing) {
    return new StopRequest(
        StepReason.DEADLINE,
        "The run was stopped, and the steps that always run did not end within %s."
            .formatted(closing));
  }

  /** The state in which the run ends. */
  RunState end() {
    return RunState.afterStop(reason);
  }
}
