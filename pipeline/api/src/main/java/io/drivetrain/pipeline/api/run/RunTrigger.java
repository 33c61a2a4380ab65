package io.drivetrain.pipeline.api.run;

/** What triggered a run. */
public enum RunTrigger {
  /** A request. */
  API,
  /** The schedule. */
  SCHEDULE,
  /** A backfill of past scheduled times. */
  BACKFILL
}
