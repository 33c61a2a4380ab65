package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.step.StepContext;

/** What a kind of step may leave in the registry when its run comes to nothing. */
public interface Leftovers {
  /**
   * Puts it away; may be called again.
   *
   * @param record of the run that has not succeeded
   * @param why for people: how the run ended
   */
  void putAway(StepContext context, TrackedRun record, String why);
}
