package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes MLflow's JSON. */
final class WireWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private WireWriter() {}

  /** Tags and params: {@code [{"key": .., "value": ..}]}. */
  static ArrayNode pairs(Map<String, String> entries) {
    ArrayNode array = JSON.arrayNode();
    entries.entrySet().forEach(entry -> array.add(pair(entry)));
    return array;
  }

  static ObjectNode pair(Map.Entry<String, String> entry) {
    return JSON.objectNode().put("key", entry.getKey()).put("value", entry.getValue());
  }

  /** JSON has no NaN and no infinity; on the wire they are strings. */
  static ObjectNode metric(Metric metric) {
    ObjectNode node = JSON.objectNode().put("key", metric.key());
    if (Double.isFinite(metric.value())) {
      node.put("value", metric.value());
    } else {
      node.put("value", Double.toString(metric.value()));
    }
    return node.put("timestamp", metric.time().toEpochMilli()).put("step", metric.step());
  }
}
