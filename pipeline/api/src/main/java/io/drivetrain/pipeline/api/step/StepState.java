package io.drivetrain.pipeline.api.step;

import java.util.Set;

/** The states of a step. */
public enum StepState {
  PENDING,
  READY,
  RUNNING,
  RETRY_WAIT,
  /** It waits for approval; no worker holds it. */
  WAITING_APPROVAL,
  /** Its worker was told to stop, by a user or because of a timeout. */
  CANCELLING,
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  SKIPPED,
  UPSTREAM_FAILED,
  REUSED;

  /** Whether a step may go from this state to the next. */
  public boolean canBecome(StepState next) {
    return switch (this) {
      case PENDING ->
          Set.of(READY, WAITING_APPROVAL, SKIPPED, UPSTREAM_FAILED, REUSED, CANCELLED)
              .contains(next);
      case READY -> Set.of(RUNNING, CANCELLED).contains(next);
      case RUNNING ->
          Set.of(SUCCEEDED, REJECTED, FAILED, TIMED_OUT, RETRY_WAIT, READY, CANCELLING)
              .contains(next);
      case RETRY_WAIT -> Set.of(READY, RUNNING, CANCELLED).contains(next);
      case WAITING_APPROVAL -> Set.of(SUCCEEDED, REJECTED, TIMED_OUT, CANCELLED).contains(next);
      case CANCELLING -> Set.of(CANCELLED, TIMED_OUT).contains(next);
      case FAILED, CANCELLED, TIMED_OUT, UPSTREAM_FAILED -> next == PENDING; // a retry
      case SUCCEEDED, REJECTED, SKIPPED -> next == PENDING; // when a step before it is retried
      case REUSED -> false;
    };
  }

  /** Whether a step that ended in this state can be retried. */
  public boolean isRetriable() {
    return switch (this) {
      case FAILED, CANCELLED, TIMED_OUT, UPSTREAM_FAILED -> true;
      case PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING -> false;
      case SUCCEEDED, REJECTED, SKIPPED, REUSED -> false;
    };
  }

  /** Whether the step does nothing more by itself. */
  public boolean isTerminal() {
    return switch (this) {
      case PENDING, READY, RUNNING, RETRY_WAIT, WAITING_APPROVAL, CANCELLING -> false;
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT, SKIPPED, UPSTREAM_FAILED, REUSED ->
          true;
    };
  }
}
