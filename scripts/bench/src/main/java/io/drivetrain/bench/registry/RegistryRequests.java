package io.drivetrain.bench.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Requests of MLflow's REST API, ready to be sent. */
final class RegistryRequests {
  private static final String API = "/api/2.0/mlflow/";
  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

  /** Milliseconds since 1970. */
  private static final long START_TIME = 1_700_000_000_000L;

  /**
   * A point of a metric.
   *
   * @param timestamp in milliseconds since 1970, or any other rising number
   */
  record Point(String key, double value, long timestamp, long step) {}

  private record Tag(String key, String value) {}

  private record CreateRun(
      String experimentId, String userId, String runName, long startTime, List<Tag> tags) {}

  private record LogMetric(String runId, String key, double value, long timestamp, long step) {}

  private record LogBatch(String runId, List<Point> metrics) {}

  private record SearchRuns(
      List<String> experimentIds,
      String filter,
      int maxResults,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> orderBy) {}

  private RegistryRequests() {}

  static Request createRun(String experiment, String name) {
    List<Tag> tags =
        List.of(new Tag("mlflow.user", "bench"), new Tag("mlflow.source.type", "LOCAL"));
    return Request.post(
        API + "runs/create", new CreateRun(experiment, "bench", name, START_TIME, tags));
  }

  /** Creates a run in the default experiment, and returns its id. */
  static String newRun(ServerClient client) throws IOException {
    return client.sendAndKeep(createRun("0", "writer")).json().at("/run/info/run_id").asText();
  }

  static Request logMetric(String run, Point point) {
    return Request.post(
        API + "runs/log-metric",
        new LogMetric(run, point.key(), point.value(), point.timestamp(), point.step()));
  }

  static Request logBatch(String run, List<Point> points) {
    return Request.post(API + "runs/log-batch", new LogBatch(run, points));
  }

  static Request getRun(String run) {
    return Request.get(API + "runs/get?run_id=" + run);
  }

  /**
   * @param orderBy empty: in the order of the server
   */
  static Request searchRuns(String experiment, String filter, List<String> orderBy, int size) {
    return Request.post(
        API + "runs/search", new SearchRuns(List.of(experiment), filter, size, orderBy));
  }

  static Request history(String run, String key, int size) {
    return Request.get(
        API
            + "metrics/get-history?run_id=%s&metric_key=%s&max_results=%d"
                .formatted(run, key, size));
  }

  static Request bulkInterval(List<String> runs, String key, int size) {
    String ids = runs.stream().map(run -> "run_ids=" + run).collect(Collectors.joining("&"));
    return Request.get(
        API
            + "metrics/get-history-bulk-interval?%s&metric_key=%s&max_results=%d"
                .formatted(ids, key, size));
  }

  static Request upload(String path, byte[] content) {
    return Request.put(FILES + path, content);
  }

  static Request download(String path) {
    return Request.get(FILES + path);
  }
}
