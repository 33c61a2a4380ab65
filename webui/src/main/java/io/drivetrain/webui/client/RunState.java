package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The states of a run. */
public enum RunState {
  QUEUED,
  RUNNING,
  WAITING_APPROVAL,
  CANCELLING,
  SUCCEEDED,
  /** A gate said no: a correct outcome. */
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  /** One that only a newer pipeline service knows. */
  @JsonEnumDefaultValue
  UNKNOWN;

  /** Whether nothing happens to the run any more by itself. */
  public boolean isTerminal() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_APPROVAL, CANCELLING, UNKNOWN -> false;
      case SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT -> true;
    };
  }

  /** Whether another run can go on from it. */
  public boolean isResumable() {
    return isTerminal() && this != SUCCEEDED;
  }

  /** Whether the run can be told to stop. */
  public boolean isCancellable() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_APPROVAL -> true;
      case CANCELLING, SUCCEEDED, REJECTED, FAILED, CANCELLED, TIMED_OUT, UNKNOWN -> false;
    };
  }
}
