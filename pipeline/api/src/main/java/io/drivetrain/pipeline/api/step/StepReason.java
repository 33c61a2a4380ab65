package io.drivetrain.pipeline.api.step;

/** Why a step or a run is in its state. */
public enum StepReason {
  /** A gate rejected. */
  GATE,
  /** An error in the step. */
  EXCEPTION,
  /** The worker died or stopped responding. */
  LEASE_LOST,
  /** The worker was out of memory. */
  OOM,
  /** Past its time. */
  DEADLINE,
  /** A user requested it. */
  USER,
  /** An earlier step failed. */
  UPSTREAM,
  /** The process ended. */
  SHUTDOWN,
  /** The definition cannot be run. */
  CONFIG,
  /** A service that the step uses is away; the step runs on when it answers. */
  OUTAGE
}
