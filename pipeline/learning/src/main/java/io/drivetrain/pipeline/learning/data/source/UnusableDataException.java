package io.drivetrain.pipeline.learning.data.source;

/** A file that cannot be read as the definition says. The message tells a person what to do. */
public class UnusableDataException extends RuntimeException {
  public UnusableDataException(String message) {
    super(message);
  }

  public UnusableDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
