package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.RegistryException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a webhook can subscribe to. MLflow's own come first; it has none for stages, runs and
 * deletions.
 */
enum WebhookTopic {
  MODEL_CREATED("REGISTERED_MODEL", "CREATED"),
  VERSION_CREATED("MODEL_VERSION", "CREATED"),
  VERSION_TAG_SET("MODEL_VERSION_TAG", "SET"),
  VERSION_TAG_DELETED("MODEL_VERSION_TAG", "DELETED"),
  ALIAS_CREATED("MODEL_VERSION_ALIAS", "CREATED"),
  ALIAS_DELETED("MODEL_VERSION_ALIAS", "DELETED"),
  STAGE_UPDATED("MODEL_VERSION_STAGE", "UPDATED"),
  VERSION_DELETED("MODEL_VERSION", "DELETED"),
  MODEL_DELETED("REGISTERED_MODEL", "DELETED"),
  RUN_FINISHED("RUN", "FINISHED"),
  RUN_DELETED("RUN", "DELETED"),
  EXPERIMENT_DELETED("EXPERIMENT", "DELETED");

  private final String entity;
  private final String action;

  WebhookTopic(String entity, String action) {
    this.entity = entity;
    this.action = action;
  }

  static WebhookTopic of(String entity, String action) {
    return Arrays.stream(values())
        .filter(topic -> topic.entity.equals(entity) && topic.action.equals(action))
        .findFirst()
        .orElseThrow(() ->
            RegistryException.invalid(
                "Invalid webhook event '%s.%s'. There are %s."
                    .formatted(
                        entity, action, Arrays.stream(values()).map(WebhookTopic::key).toList())));
  }

  static WebhookTopic ofKey(String key) {
    var parts = key.split("\\.", 2);
    return of(parts[0], parts[1]);
  }

  String key() {
    return entity + "." + action;
  }

  WebhookEvent toWire() {
    return new WebhookEvent(entity, action);
  }

  /** As messages name it: {@code model_version}. */
  String entityInMessage() {
    return entity.toLowerCase(Locale.ROOT);
  }

  String actionInMessage() {
    return action.toLowerCase(Locale.ROOT);
  }
}
