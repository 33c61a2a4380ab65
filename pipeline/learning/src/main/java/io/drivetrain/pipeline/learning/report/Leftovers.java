package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;

/** What a kind of step may leave in the registry when its run comes to nothing. */
public interface Leftovers {
  /**
   * Puts it away; may be called again.
   *
   * @param record of the run that has not succeeded
   * @param why for people: how the run ended
   */
  void putAway(StepContext context, TrackingRun record, String why);
}
