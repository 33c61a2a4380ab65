package io.drivetrain.registry.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * The body of a message, as MLflow writes it.
 *
 * @param timestamp ISO 8601
 * @param data what it is about; a value that is not known is null
 */
record WebhookMessage(
    String entity,
    String action,
    String timestamp,
    @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
        Map<String, Object> data) {
  static WebhookMessage of(WebhookTopic topic, Instant at, Map<String, Object> data) {
    return new WebhookMessage(
        topic.entityInMessage(), topic.actionInMessage(), at.toString(), data);
  }
}
