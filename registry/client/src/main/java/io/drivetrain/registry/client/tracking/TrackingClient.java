package io.drivetrain.registry.client.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.JsonBody;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Experiments and runs. Every method throws {@link RegistryClientException}. */
public final class TrackingClient {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryHttp http;

  public TrackingClient(RegistryHttp http) {
    this.http = http;
  }

  /** The experiment of this name, also one in the trash. */
  public Optional<Experiment> experimentByName(String name) {
    return Answers.unlessMissing(() -> {
      Call call = Call.get("experiments/get-by-name", "experiment_name", name);
      return TrackingReader.experiment(http.json(call).path("experiment"));
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
   * The experiment of this id, also one in the trash.
   *
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public Experiment experiment(String id) {
    Call call = Call.get("experiments/get", "experiment_id", id);
    return TrackingReader.experiment(http.json(call).path("experiment"));
  }

  /**
   * @param filter {@code name LIKE 'cars%' AND tags.team = 'blue'}; empty for all
   * @param maxResults 1 to 50000
   * @param orderBy {@code name ASC}; empty for the newest first
   * @param pageToken from the page before; empty for the first page
   */
  public Page<Experiment> searchExperiments(
      Lifecycle seen, String filter, int maxResults, List<String> orderBy, String pageToken) {
    ObjectNode body = search(filter, maxResults);
    orderBy.forEach(body.putArray("order_by")::add);
    body.put("view_type", seen.name());
    addPageToken(body, pageToken);
    JsonNode answer = http.json(Call.post("experiments/search", body));
    return new Page<>(
        JsonFields.list(answer, "experiments", TrackingReader::experiment),
        JsonFields.nextPageToken(answer));
  }

  /**
   * @throws RegistryClientException RESOURCE_ALREADY_EXISTS when another one has the name
   */
  public void renameExperiment(String id, String name) {
    http.json(Call.post("experiments/update", experimentBody(id).put("new_name", name)));
  }

  /** Moves it to the trash with its runs. */
  public void deleteExperiment(String id) {
    http.json(Call.post("experiments/delete", experimentBody(id)));
  }

  public void restoreExperiment(String id) {
    http.json(Call.post("experiments/restore", experimentBody(id)));
  }

  public void setExperimentTag(String id, String key, String value) {
    ObjectNode body = experimentBody(id).put("key", key).put("value", value);
    http.json(Call.post("experiments/set-experiment-tag", body));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST when there is no such tag
   */
  public void deleteExperimentTag(String id, String key) {
    http.json(Call.post("experiments/delete-experiment-tag", experimentBody(id).put("key", key)));
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
    body.set("tags", JsonBody.pairs(tags));
    return TrackingReader.run(http.json(Call.postOnce("runs/create", body)).path("run"));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST
   */
  public Run run(String runId) {
    return TrackingReader.run(http.json(Call.get("runs/get", "run_id", runId)).path("run"));
  }

  /**
   * Searches in active runs: see {@link #searchRuns(List, Lifecycle, String, int, List, String)}.
   */
  public RunPage searchRuns(
      List<String> experimentIds,
      String filter,
      int maxResults,
      List<String> orderBy,
      String pageToken) {
    return searchRuns(experimentIds, Lifecycle.ACTIVE_ONLY, filter, maxResults, orderBy, pageToken);
  }

  /**
   * @param filter MLflow's search language, {@code metrics.test_r2 > 0.8 AND tags.kind = 'car'};
   *     empty for all
   * @param maxResults 1 to 50000
   * @param orderBy {@code metrics.test_r2 DESC}; empty for the newest first
   * @param pageToken from the page before; empty for the first page
   */
  public RunPage searchRuns(
      List<String> experimentIds,
      Lifecycle seen,
      String filter,
      int maxResults,
      List<String> orderBy,
      String pageToken) {
    ObjectNode body = runSearch(experimentIds, seen, filter, maxResults, orderBy);
    addPageToken(body, pageToken);
    return runPage(body);
  }

  /**
   * As {@link #searchRuns(List, Lifecycle, String, int, List, String)}, from a row on. MLflow's own
   * server does not know this, and answers with the first page.
   *
   * @param offset runs to skip
   */
  public RunPage searchRunsFrom(
      List<String> experimentIds,
      Lifecycle seen,
      String filter,
      int maxResults,
      List<String> orderBy,
      long offset) {
    ObjectNode body = runSearch(experimentIds, seen, filter, maxResults, orderBy);
    return runPage(body.put("offset", offset));
  }

  /**
   * The points of one metric by time, step and value; none when run or key are unknown.
   *
   * @param pageToken from the page before; empty for the first page
   */
  public Page<Metric> metricHistory(String runId, String key, int maxResults, String pageToken) {
    List<String> query = new ArrayList<>();
    query.addAll(List.of("run_id", runId, "metric_key", key));
    query.addAll(List.of("max_results", Integer.toString(maxResults)));
    if (!pageToken.isEmpty()) {
      query.addAll(List.of("page_token", pageToken));
    }
    JsonNode answer = http.json(Call.get("metrics/get-history", query.toArray(String[]::new)));
    return new Page<>(
        JsonFields.list(answer, "metrics", TrackingReader::metric),
        JsonFields.nextPageToken(answer));
  }

  /**
   * A sample of one metric of several runs: all at the same steps, evenly picked, and the first and
   * last step of each run. By run id, each by step; a run without the metric is left out.
   *
   * @param runIds 1 to 100
   * @param steps how many to pick, 1 to 2500
   */
  public Map<String, List<Metric>> metricSamples(List<String> runIds, String key, int steps) {
    List<String> query = new ArrayList<>();
    runIds.forEach(id -> query.addAll(List.of("run_ids", id)));
    query.addAll(List.of("metric_key", key, "max_results", Integer.toString(steps)));
    Call call = Call.get("metrics/get-history-bulk-interval", query.toArray(String[]::new));
    return TrackingReader.metricsByRun(http.json(call));
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

  /**
   * Logs metrics without waiting for each: room for 10,000 points, ten minutes of patience with a
   * registry that is away.
   */
  public MetricLog metricLog(String runId) {
    return metricLog(runId, 10_000, Duration.ofMinutes(10));
  }

  /**
   * @param capacity points that may wait before {@link MetricLog#log} does
   * @param patience how long a registry that is away is asked again
   */
  public MetricLog metricLog(String runId, int capacity, Duration patience) {
    return MetricLog.start(this, runId, capacity, patience);
  }

  /**
   * Notes what the run read. What is there already stays, and is not added again.
   *
   * @param inputs up to 1000 datasets; ids of logged models
   */
  public void logInputs(String runId, RunInputs inputs) {
    ObjectNode body = runBody(runId);
    inputs.datasets().stream()
        .map(TrackingWriter::datasetInput)
        .forEach(body.putArray("datasets")::add);
    ArrayNode models = body.putArray("models");
    inputs.modelIds().forEach(id -> models.addObject().put("model_id", id));
    http.json(Call.post("runs/log-inputs", body));
  }

  /** The data that runs of these experiments read, each dataset once for each context. */
  public List<DatasetSummary> datasets(List<String> experimentIds) {
    ObjectNode body = JSON.objectNode();
    experimentIds.forEach(body.putArray("experiment_ids")::add);
    return JsonFields.list(
        http.json(Call.post("experiments/search-datasets", body)),
        "dataset_summaries",
        TrackingReader::datasetSummary);
  }

  /** Logs metrics of the run that are metrics of a logged model too. Safe to repeat. */
  public void logModelMetrics(String runId, String modelId, List<Metric> metrics) {
    logModelMetrics(runId, metrics, metric -> metric.put("model_id", modelId));
  }

  /**
   * @param dataset what the model was measured on
   */
  public void logModelMetrics(String runId, String modelId, Dataset dataset, List<Metric> metrics) {
    logModelMetrics(
        runId,
        metrics,
        metric ->
            metric
                .put("model_id", modelId)
                .put("dataset_name", dataset.name())
                .put("dataset_digest", dataset.digest()));
  }

  private void logModelMetrics(String runId, List<Metric> metrics, Consumer<ObjectNode> ofModel) {
    for (ObjectNode body : LogBatches.split(runId, metrics, Map.of(), Map.of())) {
      body.get("metrics").forEach(metric -> ofModel.accept((ObjectNode) metric));
      http.json(Call.post("runs/log-batch", body));
    }
  }

  /** Notes the logged models that the run made. */
  public void logOutputs(String runId, List<ModelOutput> models) {
    ObjectNode body = runBody(runId);
    models.stream().map(TrackingWriter::modelOutput).forEach(body.putArray("models")::add);
    http.json(Call.post("runs/outputs", body));
  }

  /** Sets a tag, or changes it. */
  public void setTag(String runId, String key, String value) {
    ObjectNode body = JSON.objectNode().put("run_id", runId).put("key", key).put("value", value);
    http.json(Call.post("runs/set-tag", body));
  }

  /**
   * @throws RegistryClientException RESOURCE_DOES_NOT_EXIST when there is no such tag
   */
  public void deleteTag(String runId, String key) {
    http.json(Call.post("runs/delete-tag", runBody(runId).put("key", key)));
  }

  public void renameRun(String runId, String name) {
    http.json(Call.post("runs/update", runBody(runId).put("run_name", name)));
  }

  /** Moves it to the trash; again: changes nothing. */
  public void deleteRun(String runId) {
    http.json(Call.post("runs/delete", runBody(runId)));
  }

  public void restoreRun(String runId) {
    http.json(Call.post("runs/restore", runBody(runId)));
  }

  /** Takes up a run that has ended, whose files could not change otherwise. */
  public void reopenRun(String runId) {
    ObjectNode body =
        JSON.objectNode().put("run_id", runId).put("status", RunStatus.RUNNING.name());
    http.json(Call.post("runs/update", body));
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

  private static ObjectNode runSearch(
      List<String> experimentIds,
      Lifecycle seen,
      String filter,
      int maxResults,
      List<String> orderBy) {
    ObjectNode body = search(filter, maxResults);
    experimentIds.forEach(body.putArray("experiment_ids")::add);
    orderBy.forEach(body.putArray("order_by")::add);
    return body.put("run_view_type", seen.name());
  }

  private RunPage runPage(ObjectNode body) {
    JsonNode answer = http.json(Call.post("runs/search", body));
    return new RunPage(
        JsonFields.list(answer, "runs", TrackingReader::run), JsonFields.nextPageToken(answer));
  }

  private static ObjectNode search(String filter, int maxResults) {
    return JSON.objectNode().put("filter", filter).put("max_results", maxResults);
  }

  private static void addPageToken(ObjectNode body, String pageToken) {
    if (!pageToken.isEmpty()) {
      body.put("page_token", pageToken);
    }
  }

  private static ObjectNode experimentBody(String id) {
    return JSON.objectNode().put("experiment_id", id);
  }

  private static ObjectNode runBody(String runId) {
    return JSON.objectNode().put("run_id", runId);
  }
}
