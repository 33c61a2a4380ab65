package io.drivetrain.outbox;

/** The receiver, or our own configuration, refuses a message for good. */
public final class UndeliverableException extends Exception {
  public UndeliverableException(String reason) {
    super(reason);
  }
}
