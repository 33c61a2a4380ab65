package io.drivetrain.registry.webhook;

/** What came of an attempt to send a message. */
sealed interface WebhookAnswer {

  /**
   * The receiver answered.
   *
   * @param body its beginning
   */
  record Answered(int status, String body) implements WebhookAnswer {}

  /** Nobody answered. */
  record Silent(String problem) implements WebhookAnswer {}

  /** Nothing was sent: the URL is not allowed, or the secret cannot be read. */
  record Refused(String problem) implements WebhookAnswer {}

  default boolean isDelivered() {
    return this instanceof Answered(int status, _) && status >= 200 && status < 300;
  }

  default boolean isWorthAnotherTry() {
    return switch (this) {
      case Answered(int status, _) -> status == 408 || status == 429 || status >= 500;
      case Silent _ -> true;
      case Refused _ -> false;
    };
  }
}
