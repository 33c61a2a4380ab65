package io.drivetrain.pipeline.api.step;

/** How an attempt ended. */
public enum AttemptOutcome {
  SUCCEEDED,
  REJECTED,
  FAILED,
  /** An unexpected error; the step is retried. */
  RETRY,
  /** The worker died or stopped responding. */
  LEASE_LOST,
  /** The process shut down and returned the step to the queue. */
  RELEASED,
  CANCELLED,
  TIMED_OUT
}
