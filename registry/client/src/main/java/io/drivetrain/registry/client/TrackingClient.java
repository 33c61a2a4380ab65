package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Experiments and runs. Every method throws {@link RegistryClientException}. */
public final class TrackingClient {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryHttp http;

  TrackingClient(RegistryHttp http) {
    this.http = http;
  }

  /** The experiment of this name, also one in the trash. */
  public Optional<Experiment> experimentByName(String name) {
    return Answers.unlessMissing(() -> {
      Call call = Call.get("experiments/get-by-name", "experiment_name", name);
      return WireReader.experiment(http.json(call).path("experiment"));
    });
  }

  /**
   * The experiment of this name, made when there is none.
   *
   * @throws RegistryClientException INVALID_STATE when it is in the trash
   */
  public Experiment getOrCreateExperiment(String name) {
    Experiment experiment = experimentByName(name).orElseGet(() -> createExperiment(name));
    if (experiment.deleted()) {
      throw RegistryClientException.invalidState(
          "Experiment '%s' (id %s) is deleted. Restore it, or use another name."
              .formatted(name, experiment.id()));
    }
    return experiment;
  }

  /**
   * Starts a run. It is not sent twice once the registry may have seen it, as that would leave a
   * second run behind.
   */
  public Run createRun(
      String experimentId, String runName, Instant start, Map<String, String> tags) {
    ObjectNode body =
        JSON.objectNode()
            .put("experiment_id", experimentId)
            .put("run_name", runName)
            .put("start_time", start.toEpochMilli());
    body.set("tags", WireWriter.pairs(tags));
    return WireReader.run(http.json(Call.postOnce("runs/create", body)).path("run"));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public Run run(String runId) {
    return WireReader.run(http.json(Call.get("runs/get", "run_id", runId)).path("run"));
  }

  /**
   * Searches in active runs.
   *
   * @param filter MLflow's search language, {@code metrics.test_r2 > 0.8 AND tags.kind = 'car'};
   *     empty for all
   * @param maxResults 1 to 50000
   * @param orderBy {@code metrics.test_r2 DESC}; empty for the newest first
   * @param pageToken from the page before; empty for the first page
   */
  public RunPage searchRuns(
      List<String> experimentIds,
      String filter,
      int maxResults,
      List<String> orderBy,
      String pageToken) {
    ObjectNode body = JSON.objectNode().put("filter", filter).put("max_results", maxResults);
    experimentIds.forEach(body.putArray("experiment_ids")::add);
    orderBy.forEach(body.putArray("order_by")::add);
    body.put("run_view_type", "ACTIVE_ONLY");
    if (!pageToken.isEmpty()) {
      body.put("page_token", pageToken);
    }
    JsonNode answer = http.json(Call.post("runs/search", body));
    return new RunPage(
        WireReader.list(answer, "runs", WireReader::run),
        Optional.of(WireReader.text(answer, "next_page_token")).filter(token -> !token.isEmpty()));
  }

  /**
   * Logs any number of metrics, params and tags, in as many requests as MLflow's limits ask for.
   * Each request is stored as a whole; all of them are safe to repeat.
   *
   * @throws RegistryClientException INVALID_PARAMETER_VALUE when a param has another value already
   */
  public void logBatch(
      String runId, List<Metric> metrics, Map<String, String> params, Map<String, String> tags) {
    for (ObjectNode body : LogBatches.split(runId, metrics, params, tags)) {
      http.json(Call.post("runs/log-batch", body));
    }
  }

  /** Sets a tag, or changes it. */
  public void setTag(String runId, String key, String value) {
    ObjectNode body = JSON.objectNode().put("run_id", runId).put("key", key).put("value", value);
    http.json(Call.post("runs/set-tag", body));
  }

  public void finishRun(String runId, RunStatus status, Instant end) {
    ObjectNode body =
        JSON.objectNode()
            .put("run_id", runId)
            .put("status", status.name())
            .put("end_time", end.toEpochMilli());
    http.json(Call.post("runs/update", body));
  }

  private Experiment createExperiment(String name) {
    Answers.unlessExists(
        () -> http.json(Call.post("experiments/create", JSON.objectNode().put("name", name))));
    return experimentByName(name)
        .orElseThrow(() ->
            RegistryClientException.missing(
                "Experiment '%s' vanished right after it was made.".formatted(name)));
  }
}
