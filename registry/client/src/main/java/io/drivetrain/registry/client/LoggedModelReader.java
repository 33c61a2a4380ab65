package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the JSON of logged models. */
final class LoggedModelReader {
  private LoggedModelReader() {}

  static LoggedModel loggedModel(JsonNode node) {
    JsonNode info = node.path("info");
    JsonNode data = node.path("data");
    return new LoggedModel(
        WireReader.required(info, "model_id"),
        WireReader.text(info, "experiment_id"),
        WireReader.text(info, "name"),
        status(info),
        WireReader.text(info, "artifact_uri"),
        WireReader.text(info, "model_type"),
        WireReader.text(info, "source_run_id"),
        WireReader.instant(info, "creation_timestamp_ms"),
        WireReader.instant(info, "last_updated_timestamp_ms"),
        WireReader.pairs(data, "params", "key", "value"),
        WireReader.list(data, "metrics", LoggedModelReader::metric),
        WireReader.pairs(info, "tags", "key", "value"));
  }

  private static LoggedModelStatus status(JsonNode info) {
    try {
      return LoggedModelStatus.ofWire(WireReader.required(info, "status"));
    } catch (IllegalArgumentException unknown) {
      throw WireReader.unreadable("status", info, unknown);
    }
  }

  private static LoggedModelMetric metric(JsonNode node) {
    return new LoggedModelMetric(
        WireReader.metric(node),
        WireReader.text(node, "run_id"),
        WireReader.text(node, "dataset_name"),
        WireReader.text(node, "dataset_digest"));
  }
}
