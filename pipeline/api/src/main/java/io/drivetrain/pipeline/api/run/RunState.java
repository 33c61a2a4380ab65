package io.drivetrain.pipeline.api.run;

import io.drivetrain.pipeline.api.step.StepReason;
import java.util.Set;

/** The states of a run. */
public enum RunState {
  /** Waits until no other run of its pipeline is active. */
  QUEUED,
  RUNNING,
  WAITING_APPROVAL,
  CANCELLING,
  SUCCEEDED,
  /** A gate rejected: a correct outcome, not a failure. */
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT;

  /** Whether a run may go from this state to the next. */
  public boolean canBecome(RunState next) {
    return switch (this) {
      case QUEUED -> Set.of(RUNNING, CANCELLED).contains(next);
      case RUNNING ->
          Set.of(WAITING_APPROVAL, CANCELLING, SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT)
              .contains(next);
      case WAITING_APPROVAL -> Set.of(RUNNING, CANCELLING, REJECTED, TIMED_OUT).contains(next);
      case CANCELLING -> Set.of(CANCELLED, TIMED_OUT).contains(next);
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT ->
          next == RUNNING; // a retry of a step
    };
  }

  /** The state in which a run ends that was stopped for a reason. */
  public static RunState afterStop(StepReason reason) {
    return reason == StepReason.DEADLINE ? TIMED_OUT : CANCELLED;
  }

  /** Whether another run can resume a run in this state. */
  public boolean isResumable() {
    return isTerminal() && this != SUCCEEDED;
  }

  /** Whether a run in this state can be cancelled. */
  public boolean isCancellable() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_APPROVAL -> true;
      case CANCELLING, SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT -> false;
    };
  }

  public boolean isTerminal() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_APPROVAL, CANCELLING -> false;
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT -> true;
    };
  }
}
