package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.engine.step.StepContext;

/** Removes what a kind of step left in the registry when its run did not succeed. */
public interface RunCleanup {
  /**
   * Cleans up; may be called again.
   *
   * @param record of the run that has not succeeded
   * @param why for people: how the run ended
   */
  void cleanUp(StepContext context, TrackingRun record, String why);
}
