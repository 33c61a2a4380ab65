package io.drivetrain.pipeline.engine.execution;

/** How one try of a step ended. */
enum AttemptOutcome {
  SUCCEEDED,
  REJECTED,
  FAILED,
  /** An unexpected error; the step is tried again. */
  RETRY,
  /** The worker died or froze. */
  LEASE_LOST,
  /** The process ended in good order and gave the step back. */
  RELEASED,
  CANCELLED,
  TIMED_OUT
}
