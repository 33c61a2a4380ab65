package io.drivetrain.outbox.webhook;

import java.time.Duration;
import java.util.Map;

/**
 * What is posted.
 *
 * @param headers besides the content type, which is JSON
 * @param timeout after which the attempt has failed
 * @param answerBytes how much of the answer is read; 0 hangs up as soon as its status is known
 */
public record WebhookCall(
    Map<String, String> headers, String body, Duration timeout, int answerBytes) {
  public WebhookCall {
    headers = Map.copyOf(headers);
  }
}
