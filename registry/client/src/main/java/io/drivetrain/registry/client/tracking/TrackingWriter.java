package io.drivetrain.registry.client.tracking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.JsonBody;

/** Writes what is logged of runs as MLflow's JSON. */
final class TrackingWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TrackingWriter() {}

  /** A dataset without schema or profile leaves them out. */
  static ObjectNode datasetInput(DatasetInput input) {
    ObjectNode node = JSON.objectNode();
    node.set("tags", JsonBody.pairs(input.tags()));
    Dataset dataset = input.dataset();
    ObjectNode described =
        node.putObject("dataset")
            .put("name", dataset.name())
            .put("digest", dataset.digest())
            .put("source_type", dataset.sourceType())
            .put("source", dataset.source());
    JsonBody.putUnlessEmpty(described, "schema", dataset.schema());
    JsonBody.putUnlessEmpty(described, "profile", dataset.profile());
    return node;
  }

  static ObjectNode modelOutput(ModelOutput output) {
    return JSON.objectNode().put("model_id", output.modelId()).put("step", output.step());
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
