package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.Fields;

/** What happens to what: {@code {"entity": "MODEL_VERSION", "action": "CREATED"}}. */
public record WebhookEvent(String entity, String action) {
  public WebhookEvent {
    Fields.required("entity", entity);
    Fields.required("action", action);
  }

  WebhookTopic topic() {
    return WebhookTopic.of(entity, action);
  }
}
