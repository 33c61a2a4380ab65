package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.Channel;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.outbox.UndeliverableException;
import io.drivetrain.outbox.webhook.WebhookAnswer;
import io.drivetrain.registry.audit.AuditFeed.Numbered;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.webhook.WebhookRepository.StoredWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends changes of the audit trail to the webhooks that subscribe to their topics. */
@ApplicationScoped
class WebhookChannel implements Channel<Numbered> {
  static final String NAME = "webhook";

  private final WebhookRepository webhooks;
  private final WebhookMessages messages;
  private final WebhookSecrets secrets;
  private final WebhookPost post;

  WebhookChannel(
      WebhookRepository webhooks,
      WebhookMessages messages,
      WebhookSecrets secrets,
      WebhookPost post) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.secrets = secrets;
    this.post = post;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> messages(Numbered change) {
    return WebhookMessages.topicOf(change.entry())
        .map(topic -> messages(topic, change))
        .orElse(Map.of());
  }

  private Map<String, String> messages(WebhookTopic topic, Numbered change) {
    var receivers =
        webhooks.active().stream()
            .filter(webhook -> webhook.subscribesTo(topic, change.entry().at()))
            .toList();
    if (receivers.isEmpty()) {
      return Map.of();
    }
    var body = messages.body(topic, change.entry());
    return receivers.stream().collect(Collectors.toMap(StoredWebhook::webhookId, _ -> body));
  }

  @Override
  public Set<String> pausedTargets() {
    return webhooks.disabled();
  }

  @Override
  public void send(OutboxMessage message)
      throws IOException, InterruptedException, UndeliverableException {
    var webhook =
        webhooks
            .byWebhookId(message.target())
            .orElseThrow(() -> new UndeliverableException("the webhook was deleted"));
    switch (answer(webhook, message)) {
      case WebhookAnswer.Answered(int status, _) -> check(status);
      case WebhookAnswer.Silent(String problem) -> throw new IOException(problem);
    }
  }

  private WebhookAnswer answer(StoredWebhook webhook, OutboxMessage message)
      throws InterruptedException, UndeliverableException {
    try {
      var secret = secrets.decrypt(webhook.webhookId(), webhook.secret());
      return post.send(webhook.url(), message.key().toString(), message.payload(), secret);
    } catch (RegistryException refused) { // the URL is not allowed, or the secret is unreadable
      throw new UndeliverableException(refused.getMessage());
    }
  }

  /** A receiver that is busy or broken may take the message later; other refusals are final. */
  private static void check(int status) throws IOException, UndeliverableException {
    if (status / 100 == 2) {
      return;
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw new IOException("answered " + status);
    }
    throw new UndeliverableException("answered " + status);
  }
}
