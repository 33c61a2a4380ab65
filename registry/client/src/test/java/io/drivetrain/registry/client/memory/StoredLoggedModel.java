package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.tracking.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A logged model as the registry in memory keeps it. */
public final class StoredLoggedModel {
  private final String id;
  private final String experimentId;
  private final String name;
  private final String type;
  private final String sourceRunId;
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<Metric> metrics = new ArrayList<>();
  private String status = "LOGGED_MODEL_PENDING";

  StoredLoggedModel(String id, String experimentId, String name, String type, String sourceRunId) {
    this.id = id;
    this.experimentId = experimentId;
    this.name = name;
    this.type = type;
    this.sourceRunId = sourceRunId;
  }

  /** {@code m-} and 32 hexadecimal digits. */
  public String id() {
    return id;
  }

  /** The run that made it. */
  public String sourceRunId() {
    return sourceRunId;
  }

  /** {@code LOGGED_MODEL_READY}. */
  public String status() {
    return status;
  }

  public Map<String, String> params() {
    return params;
  }

  public Map<String, String> tags() {
    return tags;
  }

  public List<Metric> metrics() {
    return metrics;
  }

  void moveTo(String newStatus) {
    status = newStatus;
  }

  /** Where its files are in the store, with a slash at the end. */
  String root() {
    return "%s/models/%s/artifacts/".formatted(experimentId, id);
  }

  ObjectNode wire() {
    ObjectNode info = Wire.object().put("model_id", id).put("experiment_id", experimentId);
    info.put("name", name).put("model_type", type).put("source_run_id", sourceRunId);
    info.put("artifact_uri", "mlflow-artifacts:/" + root().replaceFirst("/$", ""));
    info.put("status", status).put("creation_timestamp_ms", 0).put("last_updated_timestamp_ms", 0);
    info.set("tags", Wire.pairs(tags));
    ObjectNode data = Wire.object();
    data.set("params", Wire.pairs(params));
    ArrayNode points = data.putArray("metrics");
    metrics.forEach(point -> points.add(StoredRun.wire(point)));
    ObjectNode wire = Wire.wrap("info", info);
    wire.set("data", data);
    return wire;
  }
}
