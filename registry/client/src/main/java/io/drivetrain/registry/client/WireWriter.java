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

  /** A dataset without schema or profile leaves them out. */
  static ObjectNode datasetInput(DatasetInput input) {
    ObjectNode node = JSON.objectNode();
    node.set("tags", pairs(input.tags()));
    Dataset dataset = input.dataset();
    ObjectNode described =
        node.putObject("dataset")
            .put("name", dataset.name())
            .put("digest", dataset.digest())
            .put("source_type", dataset.sourceType())
            .put("source", dataset.source());
    putUnlessEmpty(described, "schema", dataset.schema());
    putUnlessEmpty(described, "profile", dataset.profile());
    return node;
  }

  static ObjectNode modelOutput(ModelOutput output) {
    return JSON.objectNode().put("model_id", output.modelId()).put("step", output.step());
  }

  static void putUnlessEmpty(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
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
