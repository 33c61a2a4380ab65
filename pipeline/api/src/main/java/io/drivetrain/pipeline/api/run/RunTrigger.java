package io.drivetrain.pipeline.api.run;

/** What made a run. */
public enum RunTrigger {
  /** A request. */
  API,
  /** The clock. */
  SCHEDULE,
  /** A back-fill: a request for times of the schedule that have passed. */
  BACKFILL
}
