package io.drivetrain.outbox.webhook;

/** The outcome of one attempt to post. */
public sealed interface WebhookAnswer {

  /**
   * The receiver answered.
   *
   * @param body its beginning, as far as it was asked for
   */
  record Answered(int status, String body) implements WebhookAnswer {}

  /** Nobody answered. */
  record Silent(String problem) implements WebhookAnswer {}

  default boolean isDelivered() {
    return this instanceof Answered(int status, _) && status >= 200 && status < 300;
  }
}
