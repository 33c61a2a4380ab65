package io.drivetrain.pipeline.engine.step;

/**
 * The step must stop: its lease was lost, its run was cancelled, its timeout is over or the process
 * shuts down. Do not catch it.
 */
public class StepStoppedException extends RuntimeException {
  public StepStoppedException(String message) {
    super(message);
  }
}
