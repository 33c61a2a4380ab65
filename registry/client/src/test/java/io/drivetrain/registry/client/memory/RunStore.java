package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.tracking.TrackingReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs with what is logged to them. */
final class RunStore {
  private final ExperimentStore experiments;
  private final LoggedModelStore models;
  private final List<StoredRun> runs = new ArrayList<>();

  RunStore(ExperimentStore experiments, LoggedModelStore models) {
    this.experiments = experiments;
    this.models = models;
  }

  void addTo(Routes routes) {
    routes.add("POST runs/create", this::create);
    routes.add("GET runs/get", request -> Wire.wrap("run", run(request).wire()));
    new RunTable(runs).addTo(routes);
    routes.add("POST runs/delete", request -> move(request, true));
    routes.add("POST runs/restore", request -> move(request, false));
    routes.add("POST runs/update", this::update);
    routes.add("POST runs/log-batch", this::logBatch);
    routes.add("POST runs/outputs", this::logOutputs);
    routes.add("POST runs/set-tag", this::setTag);
    routes.add("POST runs/delete-tag", this::deleteTag);
    routes.add("GET metrics/get-history", this::history);
    routes.add("GET metrics/get-history-bulk-interval", this::sample);
  }

  List<StoredRun> runs() {
    return runs;
  }

  /**
   * @param name empty: it gets one
   */
  StoredRun add(String experimentId, String name, long startMillis) {
    experiments.known(experimentId);
    int number = runs.size() + 1;
    String given = name.isEmpty() ? "run-" + number : name;
    StoredRun run = new StoredRun("%032x".formatted(number), experimentId, given, startMillis);
    runs.add(run);
    return run;
  }

  private JsonNode create(JsonNode request) {
    StoredRun run =
        add(
            Wire.text(request, "experiment_id"),
            Wire.text(request, "run_name"),
            request.path("start_time").asLong());
    Wire.putAll(run.tags(), request.path("tags"));
    return Wire.wrap("run", run.wire());
  }

  private JsonNode move(JsonNode request, boolean deleted) {
    run(request).move(deleted);
    return Wire.object();
  }

  private JsonNode update(JsonNode request) {
    StoredRun run = run(request);
    run.update(
        request.path("status").asText(run.status()),
        request.hasNonNull("end_time") ? request.path("end_time").asLong() : null);
    if (request.hasNonNull("run_name")) {
      run.tags().put("mlflow.runName", Wire.text(request, "run_name"));
    }
    return Wire.wrap("run_info", run.info());
  }

  /** All of a batch, or nothing. */
  private JsonNode logBatch(JsonNode request) {
    StoredRun run = run(request);
    for (JsonNode param : request.path("params")) {
      refuseChange(run, Wire.text(param, "key"), Wire.text(param, "value"));
    }
    Wire.putAll(run.params(), request.path("params"));
    Wire.putAll(run.tags(), request.path("tags"));
    request.path("metrics").forEach(point -> addMetric(run, point));
    return Wire.object();
  }

  /** A point may be one of a logged model too. */
  private void addMetric(StoredRun run, JsonNode point) {
    run.add(TrackingReader.metric(point));
    if (point.has("model_id")) {
      models.model(Wire.text(point, "model_id")).metrics().add(TrackingReader.metric(point));
    }
  }

  private JsonNode logOutputs(JsonNode request) {
    StoredRun run = run(request);
    request
        .path("models")
        .forEach(
            output -> run.addOutput(Wire.text(output, "model_id"), output.path("step").asLong()));
    return Wire.object();
  }

  private static void refuseChange(StoredRun run, String key, String value) {
    String old = run.params().getOrDefault(key, value);
    if (!old.equals(value)) {
      throw Refusal.invalid(
          "Changing param values is not allowed. Param with key='%s' was already logged with value='%s' for run ID='%s'. Attempted logging new value '%s'."
              .formatted(key, old, run.id(), value));
    }
  }

  private JsonNode setTag(JsonNode request) {
    Wire.put(run(request).tags(), request);
    return Wire.object();
  }

  private JsonNode deleteTag(JsonNode request) {
    Map<String, String> tags = run(request).tags();
    String key = Wire.text(request, "key");
    if (tags.remove(key) == null) {
      throw Refusal.missing(
          "No tag with name: %s in run with id %s".formatted(key, Wire.text(request, "run_id")));
    }
    return Wire.object();
  }

  private JsonNode history(JsonNode request) {
    return Wire.page("metrics", run(request).history(Wire.text(request, "metric_key")), request);
  }

  /** Every point that there is: fewer steps than are asked for. */
  private JsonNode sample(JsonNode request) {
    List<ObjectNode> points = new ArrayList<>();
    for (String id : Wire.texts(request, "run_ids")) {
      runs.stream()
          .filter(run -> run.id().equals(id))
          .flatMap(run -> run.history(Wire.text(request, "metric_key")).stream())
          .forEach(point -> points.add(point.put("run_id", id)));
    }
    return Wire.page("metrics", points, Wire.object());
  }

  private StoredRun run(JsonNode request) {
    String id = Wire.text(request, "run_id");
    return runs.stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.missing("Run with id=%s not found".formatted(id)));
  }
}
