package io.drivetrain.pipeline.engine.step;

/**
 * The step is no longer wanted: its lease was lost, its run was cancelled, its time is over or the
 * process ends. Let it pass.
 */
public class StepStoppedException extends RuntimeException {
  public StepStoppedException(String message) {
    super(message);
  }
}
