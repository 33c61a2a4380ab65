package io.drivetrain.registry.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.audit.AuditEntry;
import io.drivetrain.registry.model.ModelVersion;
import io.drivetrain.registry.model.ModelVersionService;
import io.drivetrain.registry.model.RegisteredModel;
import io.drivetrain.registry.model.RegisteredModelService;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of an entry of the audit trail the message that its webhooks get. */
@ApplicationScoped
class WebhookMessages {
  private final RegisteredModelService models;
  private final ModelVersionService versions;
  private final ObjectMapper mapper;

  WebhookMessages(
      RegisteredModelService models, ModelVersionService versions, ObjectMapper mapper) {
    this.models = models;
    this.versions = versions;
    this.mapper = mapper;
  }

  /** Empty where no topic is about such a change. */
  static Optional<WebhookTopic> topicOf(AuditEntry entry) {
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
              RUN_REOPENED,
              RUN_RESTORED,
              RUN_PURGED,
              RUN_TAG_SET,
              RUN_TAG_DELETED,
              EXPERIMENT_CREATED,
              EXPERIMENT_RENAMED,
              EXPERIMENT_RESTORED,
              EXPERIMENT_PURGED,
              EXPERIMENT_TAG_SET,
              EXPERIMENT_TAG_DELETED,
              ARTIFACT_WRITTEN,
              ARTIFACT_DELETED,
              ARTIFACT_PURGED ->
              null;
        });
  }

  /** The JSON to send. */
  String body(WebhookTopic topic, AuditEntry entry) {
    try {
      return mapper.writeValueAsString(WebhookMessage.of(topic, entry.at(), data(topic, entry)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and maps can always be written", e);
    }
  }

  /** About a made-up change, to try a webhook with. */
  String example(WebhookTopic topic, Instant now) {
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
            null,
            "example_key",
            "None",
            "Staging",
            null);
    return body(topic, entry);
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
    var model = models.find(entry.model());
    var data = new LinkedHashMap<String, Object>();
    data.put("name", entry.model());
    data.put("tags", tags(model.map(RegisteredModel::tags)));
    data.put("description", model.map(RegisteredModel::description).orElse(null));
    return data;
  }

  /** As it is now; where it is gone again already, what is known of it. */
  private Map<String, Object> createdVersion(AuditEntry entry) {
    var version = versions.find(entry.model(), entry.version());
    var data = new LinkedHashMap<String, Object>();
    putVersion(data, entry);
    data.put("source", version.map(ModelVersion::source).orElse(null));
    data.put("run_id", version.map(ModelVersion::runId).orElse(null));
    data.put("tags", tags(version.map(ModelVersion::tags)));
    data.put("description", version.map(ModelVersion::description).orElse(null));
    return data;
  }

  private static Map<String, String> tags(Optional<List<Tag>> tags) {
    return Tag.mapOf(tags.orElse(List.of()));
  }
}
