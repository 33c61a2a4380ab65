package io.drivetrain.pipeline.engine.execution;

/** How an attempt ended. */
enum AttemptOutcome {
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
