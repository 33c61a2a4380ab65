package io.drivetrain.registry.client.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.JsonBody;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Bodies of runs/log-batch within MLflow's limits: 1000 metrics, 100 params, 100 tags, 1000 in all.
 */
final class LogBatches {
  private static final int MAX_ENTRIES = 1000;
  private static final int MAX_PARAMS = 100;
  private static final int MAX_TAGS = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LogBatches() {}

  static List<ObjectNode> split(
      String runId, List<Metric> metrics, Map<String, String> params, Map<String, String> tags) {
    Iterator<ObjectNode> metricNodes = metrics.stream().map(TrackingWriter::metric).iterator();
    Iterator<ObjectNode> paramNodes = params.entrySet().stream().map(JsonBody::pair).iterator();
    Iterator<ObjectNode> tagNodes = tags.entrySet().stream().map(JsonBody::pair).iterator();

    List<ObjectNode> batches = new ArrayList<>();
    while (metricNodes.hasNext() || paramNodes.hasNext() || tagNodes.hasNext()) {
      ObjectNode batch = JSON.objectNode().put("run_id", runId);
      int taken = take(paramNodes, MAX_PARAMS, batch, "params");
      taken += take(tagNodes, MAX_TAGS, batch, "tags");
      take(metricNodes, MAX_ENTRIES - taken, batch, "metrics");
      batches.add(batch);
    }
    return batches;
  }

  private static int take(Iterator<ObjectNode> from, int most, ObjectNode into, String field) {
    ArrayNode array = into.putArray(field);
    while (from.hasNext() && array.size() < most) {
      array.add(from.next());
    }
    return array.size();
  }
}
