package io.drivetrain.pipeline.api.step;

/** Why a step or a run is in its state, where the state alone does not say it. */
public enum StepReason {
  /** A gate said no. */
  GATE,
  /** An error in the step. */
  EXCEPTION,
  /** The worker died or froze. */
  LEASE_LOST,
  /** The worker was out of memory. */
  OOM,
  /** Past its time. */
  DEADLINE,
  /** A person asked for it. */
  USER,
  /** An earlier step failed. */
  UPSTREAM,
  /** The process ended. */
  SHUTDOWN,
  /** The definition cannot be run. */
  CONFIG
}
