package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.webhook.WebhookAnswer;
import io.drivetrain.outbox.webhook.WebhookCall;
import io.drivetrain.outbox.webhook.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One attempt to send one message, with the headers and the signature of MLflow's protocol. */
@ApplicationScoped
class WebhookPost {
  private static final int MAX_ANSWER_BYTES = 10_000;

  private final WebhookTargets targets;
  private final WebhookSender sender;
  private final WebhookConfig config;
  private final Clock clock;

  WebhookPost(WebhookTargets targets, WebhookSender sender, WebhookConfig config, Clock clock) {
    this.targets = targets;
    this.sender = sender;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @param deliveryId the same in every attempt
   * @throws io.drivetrain.registry.protocol.RegistryException when the URL is not allowed
   */
  WebhookAnswer send(String url, String deliveryId, String body, Optional<String> secret)
      throws InterruptedException {
    var call =
        new WebhookCall(
            headers(deliveryId, body, secret), body, config.timeout(), MAX_ANSWER_BYTES);
    return sender.send(targets.resolve(url), call);
  }

  private Map<String, String> headers(String deliveryId, String body, Optional<String> secret) {
    long seconds = clock.instant().getEpochSecond();
    var headers = new HashMap<String, String>();
    headers.put("User-Agent", "drivetrain-registry");
    headers.put("X-MLflow-Delivery-Id", deliveryId);
    headers.put("X-MLflow-Timestamp", String.valueOf(seconds));
    secret.ifPresent(key ->
        headers.put("X-MLflow-Signature", MlflowSignature.of(key, deliveryId, seconds, body)));
    return headers;
  }
}
