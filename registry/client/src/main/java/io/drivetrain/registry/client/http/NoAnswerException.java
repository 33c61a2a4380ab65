package io.drivetrain.registry.client.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;

/** The registry did not answer; whether it saw the request decides about a repeat. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean neverSent;

  private NoAnswerException(String message, boolean neverSent, Throwable cause) {
    super(message, cause);
    this.neverSent = neverSent;
  }

  static NoAnswerException late(Duration patience, Throwable cause) {
    return new NoAnswerException("no answer within " + patience.toMillis() + " ms", false, cause);
  }

  static NoAnswerException failed(Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return new NoAnswerException("the connection did not come up in time", true, cause);
    }
    if (cause instanceof ConnectException) {
      return new NoAnswerException("the connection was refused", true, cause);
    }
    return new NoAnswerException(
        "the connection broke before the answer was complete", false, cause);
  }

  boolean neverSent() {
    return neverSent;
  }
}
