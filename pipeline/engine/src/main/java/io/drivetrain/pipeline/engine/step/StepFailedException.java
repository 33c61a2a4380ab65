package io.drivetrain.pipeline.engine.step;

/**
 * A {@link StepResult.Failed} as an exception, thrown from deep within a step. The message is shown
 * to users.
 */
public class StepFailedException extends RuntimeException {
  public StepFailedException(String message) {
    super(message);
  }

  public StepFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
