package io.drivetrain.registry.client.loggedmodel;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.tracking.TrackingReader;

/** Reads the JSON of logged models. */
final class LoggedModelReader {
  private LoggedModelReader() {}

  static LoggedModel loggedModel(JsonNode node) {
    JsonNode info = node.path("info");
    JsonNode data = node.path("data");
    return new LoggedModel(
        JsonFields.required(info, "model_id"),
        JsonFields.text(info, "experiment_id"),
        JsonFields.text(info, "name"),
        status(info),
        JsonFields.text(info, "artifact_uri"),
        JsonFields.text(info, "model_type"),
        JsonFields.text(info, "source_run_id"),
        JsonFields.instant(info, "creation_timestamp_ms"),
        JsonFields.instant(info, "last_updated_timestamp_ms"),
        JsonFields.pairs(data, "params", "key", "value"),
        JsonFields.list(data, "metrics", LoggedModelReader::metric),
        JsonFields.pairs(info, "tags", "key", "value"));
  }

  private static LoggedModelStatus status(JsonNode info) {
    try {
      return LoggedModelStatus.ofWire(JsonFields.required(info, "status"));
    } catch (IllegalArgumentException unknown) {
      throw JsonFields.unreadable("status", info, unknown);
    }
  }

  private static LoggedModelMetric metric(JsonNode node) {
    return new LoggedModelMetric(
        TrackingReader.metric(node),
        JsonFields.text(node, "run_id"),
        JsonFields.text(node, "dataset_name"),
        JsonFields.text(node, "dataset_digest"));
  }
}
