package io.drivetrain.pipeline.run;

/** What made a run. */
public enum RunTrigger {
  /** A request. */
  API,
  /** The clock. */
  SCHEDULE
}
