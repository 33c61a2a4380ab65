package io.drivetrain.registry.client.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.http.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads experiments, runs and what belongs to them from MLflow's JSON. */
public final class TrackingReader {
  private TrackingReader() {}

  static Experiment experiment(JsonNode node) {
    return new Experiment(
        JsonFields.required(node, "experiment_id"),
        JsonFields.text(node, "name"),
        JsonFields.text(node, "artifact_location"),
        isDeleted(node),
        JsonFields.instant(node, "creation_time"),
        JsonFields.instant(node, "last_update_time"),
        JsonFields.pairs(node, "tags", "key", "value"));
  }

  static Run run(JsonNode node) {
    JsonNode info = node.path("info");
    JsonNode data = node.path("data");
    return new Run(
        JsonFields.required(info, "run_id"),
        JsonFields.text(info, "run_name"),
        JsonFields.text(info, "experiment_id"),
        JsonFields.constant(RunStatus.class, JsonFields.required(info, "status")),
        JsonFields.instant(info, "start_time"),
        info.hasNonNull("end_time")
            ? Optional.of(JsonFields.instant(info, "end_time"))
            : Optional.empty(),
        JsonFields.text(info, "artifact_uri"),
        isDeleted(info),
        JsonFields.list(data, "metrics", TrackingReader::metric),
        JsonFields.pairs(data, "params", "key", "value"),
        JsonFields.pairs(data, "tags", "key", "value"),
        runInputs(node.path("inputs")),
        JsonFields.list(node.path("outputs"), "model_outputs", TrackingReader::modelOutput));
  }

  public static Metric metric(JsonNode node) {
    return new Metric(
        JsonFields.required(node, "key"),
        JsonFields.real(node, "value"),
        JsonFields.instant(node, "timestamp"),
        JsonFields.whole(node, "step"));
  }

  static Map<String, List<Metric>> metricsByRun(JsonNode answer) {
    Map<String, List<Metric>> points = new LinkedHashMap<>();
    for (JsonNode node : answer.path("metrics")) {
      points
          .computeIfAbsent(JsonFields.required(node, "run_id"), _ -> new ArrayList<>())
          .add(metric(node));
    }
    return points;
  }

  static DatasetSummary datasetSummary(JsonNode node) {
    return new DatasetSummary(
        JsonFields.required(node, "experiment_id"),
        JsonFields.required(node, "name"),
        JsonFields.required(node, "digest"),
        JsonFields.text(node, "context"));
  }

  private static RunInputs runInputs(JsonNode node) {
    return new RunInputs(
        JsonFields.list(node, "dataset_inputs", TrackingReader::datasetInput),
        JsonFields.list(node, "model_inputs", input -> JsonFields.required(input, "model_id")));
  }

  private static DatasetInput datasetInput(JsonNode node) {
    JsonNode dataset = node.path("dataset");
    return new DatasetInput(
        new Dataset(
            JsonFields.required(dataset, "name"),
            JsonFields.required(dataset, "digest"),
            JsonFields.text(dataset, "source_type"),
            JsonFields.text(dataset, "source"),
            JsonFields.text(dataset, "schema"),
            JsonFields.text(dataset, "profile")),
        JsonFields.pairs(node, "tags", "key", "value"));
  }

  private static ModelOutput modelOutput(JsonNode node) {
    return new ModelOutput(JsonFields.required(node, "model_id"), JsonFields.whole(node, "step"));
  }

  private static boolean isDeleted(JsonNode node) {
    return "deleted".equals(JsonFields.text(node, "lifecycle_stage"));
  }
}
