package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The states of a step. */
public enum StepState {
  PENDING,
  READY,
  RUNNING,
  RETRY_WAIT,
  /** It waits for a person. */
  WAITING_APPROVAL,
  CANCELLING,
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  SKIPPED,
  UPSTREAM_FAILED,
  /** Another run did the work. */
  REUSED,
  /** One that only a newer pipeline service knows. */
  @JsonEnumDefaultValue
  UNKNOWN
}
