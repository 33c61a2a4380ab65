package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.tracking.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as the registry in memory keeps it. */
public final class StoredRun {
  /** The latest point of a metric is the last in this order. */
  private static final Comparator<Metric> LATEST =
      Comparator.comparingLong(Metric::step)
          .thenComparing(Metric::time)
          .thenComparingDouble(Metric::value);

  private static final String NAME_TAG = "mlflow.runName";

  private final String id;
  private final String experimentId;
  private final long startMillis;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, List<Metric>> points = new LinkedHashMap<>();
  private final List<ObjectNode> outputs = new ArrayList<>();
  private String status = "RUNNING";
  private Long endMillis;
  private boolean deleted;

  StoredRun(String id, String experimentId, String name, long startMillis) {
    this.id = id;
    this.experimentId = experimentId;
    this.startMillis = startMillis;
    tags.put(NAME_TAG, name);
  }

  public String id() {
    return id;
  }

  public String status() {
    return status;
  }

  public Map<String, String> tags() {
    return tags;
  }

  public Map<String, String> params() {
    return params;
  }

  /** The latest value of each metric. */
  public Map<String, Double> metrics() {
    Map<String, Double> latest = new LinkedHashMap<>();
    points.forEach((key, series) -> latest.put(key, latest(series).value()));
    return latest;
  }

  String experimentId() {
    return experimentId;
  }

  long startMillis() {
    return startMillis;
  }

  void update(String newStatus, Long newEndMillis) {
    status = newStatus;
    endMillis = newEndMillis == null ? endMillis : newEndMillis;
  }

  void move(boolean intoTrash) {
    deleted = intoTrash;
  }

  boolean isDeleted() {
    return deleted;
  }

  void add(Metric point) {
    points.computeIfAbsent(point.key(), _ -> new ArrayList<>()).add(point);
  }

  void addOutput(String modelId, long step) {
    outputs.add(Wire.object().put("model_id", modelId).put("step", step));
  }

  /** The points of one metric by step and time. */
  List<ObjectNode> history(String key) {
    return points.getOrDefault(key, List.of()).stream()
        .sorted(LATEST)
        .map(StoredRun::wire)
        .toList();
  }

  /** Where its files are in the store, with a slash at the end. */
  String root() {
    return "%s/%s/artifacts/".formatted(experimentId, id);
  }

  /** {@code status}, {@code tags.key} or {@code params.key}, for searches. */
  String field(String name) {
    if (name.startsWith("tags.")) {
      return tags.get(name.substring("tags.".length()));
    }
    if (name.startsWith("params.")) {
      return params.get(name.substring("params.".length()));
    }
    return switch (name) {
      case "status" -> status;
      case "run_id" -> id;
      case "run_name" -> tags.get(NAME_TAG);
      default -> throw Refusal.notImplemented("search by " + name);
    };
  }

  /** What a search orders by; null when it has none. */
  @SuppressWarnings("unchecked")
  Comparable<Object> comparable(String name) {
    String plain = name.replaceFirst("^attributes\\.", "");
    Object value =
        switch (plain) {
          case "start_time" -> startMillis;
          case "end_time" -> endMillis;
          case "duration" -> endMillis == null ? null : endMillis - startMillis;
          default ->
              plain.startsWith("metrics.")
                  ? metrics().get(plain.substring("metrics.".length()))
                  : field(plain);
        };
    return (Comparable<Object>) value;
  }

  ObjectNode wire() {
    ObjectNode wire = Wire.wrap("info", info());
    ObjectNode data = wire.putObject("data");
    ArrayNode metrics = data.putArray("metrics");
    points.values().forEach(series -> metrics.add(wire(latest(series))));
    data.set("params", Wire.pairs(params));
    data.set("tags", Wire.pairs(tags));
    wire.putObject("outputs").putArray("model_outputs").addAll(outputs);
    return wire;
  }

  ObjectNode info() {
    ObjectNode info = Wire.object().put("run_id", id).put("run_name", tags.get(NAME_TAG));
    info.put("experiment_id", experimentId).put("status", status).put("start_time", startMillis);
    if (endMillis != null) {
      info.put("end_time", endMillis);
    }
    info.put("artifact_uri", "mlflow-artifacts:/" + root().replaceFirst("/$", ""));
    return info.put("lifecycle_stage", deleted ? "deleted" : "active");
  }

  private static Metric latest(List<Metric> series) {
    return series.stream().max(LATEST).orElseThrow();
  }

  static ObjectNode wire(Metric point) {
    return Wire.object()
        .put("key", point.key())
        .put("value", point.value())
        .put("timestamp", point.time().toEpochMilli())
        .put("step", point.step());
  }
}
