package io.drivetrain.registry.webhook;

import io.drivetrain.registry.audit.AuditEntry;
import io.drivetrain.registry.model.ModelVersionService;
import io.drivetrain.registry.model.RegisteredModelService;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of an entry of the audit trail what webhooks are told of it. */
@ApplicationScoped
class WebhookNews {
  private final RegisteredModelService models;
  private final ModelVersionService versions;

  WebhookNews(RegisteredModelService models, ModelVersionService versions) {
    this.models = models;
    this.versions = versions;
  }

  /** What a webhook is told. */
  record News(WebhookTopic topic, WebhookMessage message) {}

  /** Empty where no topic is about such a change. */
  Optional<News> of(AuditEntry entry) {
    return topic(entry).map(topic -> news(topic, entry.at(), data(topic, entry)));
  }

  /** A made-up change, to try a webhook with. */
  News example(WebhookTopic topic, Instant now) {
    var entry =
        new AuditEntry(
            0,
            now,
            "anonymous",
            "",
            null,
            "example_model",
            1,
            "0123456789abcdef0123456789abcdef",
            "0",
            "example_key",
            "None",
            "Staging",
            null);
    var data =
        switch (topic) {
          case MODEL_CREATED -> model(entry.model(), List.of(), null);
          case VERSION_CREATED ->
              version(entry, "models:/example_model/1", entry.runId(), List.of(), null);
          default -> data(topic, entry);
        };
    return news(topic, now, data);
  }

  private static News news(WebhookTopic topic, Instant at, Map<String, Object> data) {
    return new News(topic, WebhookMessage.of(topic, at, data));
  }

  private static Optional<WebhookTopic> topic(AuditEntry entry) {
    return Optional.ofNullable(
        switch (entry.action()) {
          case MODEL_CREATED -> WebhookTopic.MODEL_CREATED;
          case MODEL_DELETED -> WebhookTopic.MODEL_DELETED;
          case VERSION_CREATED -> WebhookTopic.VERSION_CREATED;
          case VERSION_DELETED -> WebhookTopic.VERSION_DELETED;
          case VERSION_TAG_SET -> WebhookTopic.VERSION_TAG_SET;
          case VERSION_TAG_DELETED -> WebhookTopic.VERSION_TAG_DELETED;
          case STAGE_MOVED -> WebhookTopic.STAGE_UPDATED;
          case ALIAS_MOVED ->
              entry.after() == null ? WebhookTopic.ALIAS_DELETED : WebhookTopic.ALIAS_CREATED;
          case RUN_ENDED -> WebhookTopic.RUN_FINISHED;
          case RUN_DELETED -> WebhookTopic.RUN_DELETED;
          case EXPERIMENT_DELETED -> WebhookTopic.EXPERIMENT_DELETED;
          case MODEL_RENAMED,
              MODEL_TAG_SET,
              MODEL_TAG_DELETED,
              VERSION_RESTORED,
              VERSION_PURGED,
              RUN_CREATED,
              RUN_RESTORED,
              RUN_PURGED,
              RUN_TAG_SET,
              RUN_TAG_DELETED,
              EXPERIMENT_CREATED,
              EXPERIMENT_RENAMED,
              EXPERIMENT_RESTORED,
              EXPERIMENT_PURGED,
              EXPERIMENT_TAG_SET,
              EXPERIMENT_TAG_DELETED ->
              null;
        });
  }

  private Map<String, Object> data(WebhookTopic topic, AuditEntry entry) {
    var data = new LinkedHashMap<String, Object>();
    switch (topic) {
      case MODEL_CREATED -> data.putAll(createdModel(entry));
      case VERSION_CREATED -> data.putAll(createdVersion(entry));
      case MODEL_DELETED -> data.put("name", entry.model());
      case VERSION_DELETED -> putVersion(data, entry);
      case VERSION_TAG_SET -> {
        putVersion(data, entry);
        data.put("key", entry.key());
        data.put("value", entry.after());
      }
      case VERSION_TAG_DELETED -> {
        putVersion(data, entry);
        data.put("key", entry.key());
      }
      case ALIAS_CREATED -> {
        data.put("name", entry.model());
        data.put("alias", entry.key());
        data.put("version", String.valueOf(entry.version()));
      }
      case ALIAS_DELETED -> {
        data.put("name", entry.model());
        data.put("alias", entry.key());
      }
      case STAGE_UPDATED -> {
        putVersion(data, entry);
        data.put("from_stage", entry.before());
        data.put("to_stage", entry.after());
        data.put("reason", entry.reason());
      }
      case RUN_FINISHED -> {
        putRun(data, entry);
        data.put("status", entry.after());
      }
      case RUN_DELETED -> putRun(data, entry);
      case EXPERIMENT_DELETED -> data.put("experiment_id", entry.experimentId());
    }
    return data;
  }

  private static void putVersion(Map<String, Object> data, AuditEntry entry) {
    data.put("name", entry.model());
    data.put("version", String.valueOf(entry.version()));
  }

  private static void putRun(Map<String, Object> data, AuditEntry entry) {
    data.put("run_id", entry.runId());
    data.put("experiment_id", entry.experimentId());
  }

  /** As it is now; where it is gone again already, what is known of it. */
  private Map<String, Object> createdModel(AuditEntry entry) {
    try {
      var model = models.get(entry.model());
      return model(model.name(), model.tags(), model.description());
    } catch (RegistryException gone) {
      return model(entry.model(), List.of(), null);
    }
  }

  private static Map<String, Object> model(String name, List<Tag> tags, String description) {
    var data = new LinkedHashMap<String, Object>();
    data.put("name", name);
    data.put("tags", Tag.mapOf(tags));
    data.put("description", description);
    return data;
  }

  /** As it is now; where it is gone again already, what is known of it. */
  private Map<String, Object> createdVersion(AuditEntry entry) {
    try {
      var version = versions.get(entry.model(), String.valueOf(entry.version()));
      return version(
          entry, version.source(), version.runId(), version.tags(), version.description());
    } catch (RegistryException gone) {
      return version(entry, null, null, List.of(), null);
    }
  }

  private static Map<String, Object> version(
      AuditEntry entry, String source, String runId, List<Tag> tags, String description) {
    var data = new LinkedHashMap<String, Object>();
    putVersion(data, entry);
    data.put("source", source);
    data.put("run_id", runId);
    data.put("tags", Tag.mapOf(tags));
    data.put("description", description);
    return data;
  }
}
