package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version of a model as the registry in memory keeps it. */
final class StoredVersion {
  private final String model;
  private final int number;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private String source;
  private String runId;
  private final long createdAt = System.currentTimeMillis();
  private String stage = "None";
  private List<ObjectNode> pins = List.of();
  private String description = "";

  StoredVersion(String model, int number, String source, String runId) {
    this.model = model;
    this.number = number;
    refer(source, runId);
  }

  /** Where its files are from now on. */
  void refer(String newSource, String newRunId) {
    source = newSource;
    runId = newRunId;
  }

  /** What it is made of, as the server lists it. */
  List<ObjectNode> pins() {
    return pins;
  }

  void pin(List<ObjectNode> files) {
    pins = files;
  }

  void moveTo(String newStage) {
    stage = newStage;
  }

  void describe(String text) {
    description = text;
  }

  String model() {
    return model;
  }

  int number() {
    return number;
  }

  String version() {
    return String.valueOf(number);
  }

  String source() {
    return source;
  }

  String runId() {
    return runId;
  }

  String stage() {
    return stage;
  }

  boolean isIn(String otherStage) {
    return stage.equals(otherStage);
  }

  Map<String, String> tags() {
    return tags;
  }

  /** {@code name} or {@code run_id}, for searches. */
  String field(String name) {
    return switch (name) {
      case "name" -> model;
      case "run_id" -> runId;
      default -> throw Refusal.notImplemented("search by " + name);
    };
  }

  ObjectNode wire(String status) {
    ObjectNode wire = Wire.object().put("name", model).put("version", version());
    wire.put("current_stage", stage).put("source", source);
    wire.put("run_id", runId).put("status", status);
    wire.put("description", description);
    wire.put("creation_timestamp", createdAt).put("last_updated_timestamp", createdAt);
    wire.set("tags", Wire.pairs(tags));
    return wire;
  }
}
