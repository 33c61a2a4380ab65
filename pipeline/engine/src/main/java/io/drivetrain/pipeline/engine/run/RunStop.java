package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Duration;

/**
 * Why a run or a step is to end before it is done.
 *
 * @param message for people, who see it on the run and its steps
 */
record RunStop(StepReason reason, String message) {
  static RunStop byPerson(String why) {
    return new RunStop(StepReason.USER, why.isBlank() ? "Cancelled." : "Cancelled: " + why);
  }

  static RunStop byDeadline() {
    return new RunStop(
        StepReason.DEADLINE, "The run took longer than the deadline of its definition.");
  }

  static RunStop byClosingTime(Duration closing) {
    return new RunStop(
        StepReason.DEADLINE,
        "The run was told to stop, and does not wait longer than %s for the steps that always run."
            .formatted(closing));
  }

  /** What the run becomes in the end. */
  RunState end() {
    return end(reason);
  }

  /** What a run becomes that was told to stop for a reason. */
  static RunState end(StepReason reason) {
    return reason == StepReason.DEADLINE ? RunState.TIMED_OUT : RunState.CANCELLED;
  }
}
