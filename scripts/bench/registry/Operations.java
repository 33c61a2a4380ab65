import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that is measured, in the order of the table. */
final class Operations {
  private static final String API = "/api/2.0/mlflow/";
  private static final int MANY = 1_000_000;
  private static final int CLIENTS = 64;

  private final Filling.Filled filled;

  /** Each client writes to a run of its own. */
  private final List<String> ownRuns;

  Operations(Filling.Filled filled, BenchServers servers) throws IOException {
    this.filled = filled;
    this.ownRuns = newRuns(servers);
  }

  private static List<String> newRuns(BenchServers servers) throws IOException {
    List<String> runs = new ArrayList<>();
    try (HttpConnection connection = servers.connect()) {
      for (int i = 0; i < CLIENTS; i++) {
        runs.add(newRun(connection));
      }
    }
    return runs;
  }

  static String newRun(HttpConnection connection) throws IOException {
    String body = connection.send(createRun("0", "writer")).body();
    return body.replaceFirst("(?s).*\"run_id\"\\s*:\\s*\"([0-9a-f]{32})\".*", "$1");
  }

  List<Operation> all() {
    String experiment = Long.toString(filled.experiment());
    String filter = "metrics.metric_1 > 0.9 AND params.param_0 = 'value-7' AND tags.tag_4 = 'team-2'";
    return List.of(
        perSecond("log-metric", 2500, (client, n) -> logMetric(ownRuns.get(client), n)),
        perSecond("log-batch of 10 metrics", 2000, (client, n) -> logBatch(ownRuns.get(client), "ten", n, 1)),
        perSecond("log-batch of 1,000 metrics", 200, (client, n) -> logBatch(ownRuns.get(client), "big", n, 100)),
        perSecond("runs/create", 1500, (_, _) -> createRun("0", "created")),
        perSecond("runs/get", 8000, (client, n) -> getRun(client, n)),
        median("first page of 100 runs", 8, MANY, search(experiment, "", "", 100)),
        median("100 runs ordered by a metric", 15, MANY, search(experiment, "", "metrics.metric_3 DESC", 100)),
        median("metric, param and tag filter", 15, MANY, search(experiment, filter, "metrics.metric_1 DESC", 100)),
        median("10,000 runs", 600, 200, search(experiment, "", "", 10_000)),
        new Operation("50,000 runs", new Operation.Aim.Survives(), 2, search(experiment, "", "", 50_000)),
        median("history of 25,000 points", 80, MANY, history()),
        median("bulk-interval of 20 runs", 60, MANY, bulkInterval()));
  }

  private static Operation perSecond(String name, int aim, Operation.Requests requests) {
    return new Operation(name, new Operation.Aim.PerSecond(aim), MANY, requests);
  }

  private static Operation median(String name, int aimMillis, int most, Operation.Requests requests) {
    return new Operation(name, new Operation.Aim.Median(aimMillis), most, requests);
  }

  private static byte[] createRun(String experiment, String name) {
    return HttpConnection.post(
        API + "runs/create",
        """
        {"experiment_id":"%s","user_id":"bench","run_name":"%s","start_time":1700000000000,\
        "tags":[{"key":"mlflow.user","value":"bench"},{"key":"mlflow.source.type","value":"LOCAL"}]}"""
            .formatted(experiment, name));
  }

  /** Steps go on rising over all measurements, as in a training. */
  private static byte[] logMetric(String run, int n) {
    long now = System.nanoTime() / 1000;
    return HttpConnection.post(
        API + "runs/log-metric",
        "{\"run_id\":\"%s\",\"key\":\"loss\",\"value\":0.%d,\"timestamp\":%d,\"step\":%2$d}".formatted(run, n, now));
  }

  /** 10 keys, each with as many points. */
  private static byte[] logBatch(String run, String prefix, int n, int pointsEach) {
    long now = System.nanoTime() / 1000;
    String metrics =
        IntStream.range(0, 10 * pointsEach)
            .mapToObj(
                i ->
                    "{\"key\":\"%s_%d\",\"value\":%s,\"timestamp\":%d,\"step\":%d}"
                        .formatted(prefix, i % 10, i * 0.001, now, (long) n * pointsEach + i / 10))
            .collect(Collectors.joining(","));
    return HttpConnection.post(API + "runs/log-batch", "{\"run_id\":\"%s\",\"metrics\":[%s]}".formatted(run, metrics));
  }

  private byte[] getRun(int client, int n) {
    // A stride that is prime visits every run before it comes back to the first.
    int index = (int) ((client * 7919L + n * 15_485_863L) % filled.runs().size());
    return HttpConnection.get(API + "runs/get?run_id=" + filled.runs().get(index));
  }

  private static Operation.Requests search(String experiment, String filter, String order, int size) {
    String orderBy = order.isEmpty() ? "" : ",\"order_by\":[\"" + order + "\"]";
    byte[] request =
        HttpConnection.post(
            API + "runs/search",
            "{\"experiment_ids\":[\"%s\"],\"filter\":\"%s\",\"max_results\":%d%s}"
                .formatted(experiment, filter, size, orderBy));
    return (_, _) -> request;
  }

  private Operation.Requests history() {
    byte[] request =
        HttpConnection.get(
            API + "metrics/get-history?run_id=" + filled.curve() + "&metric_key=curve&max_results=25000");
    return (_, _) -> request;
  }

  private Operation.Requests bulkInterval() {
    String runs = filled.longRuns().stream().map(run -> "run_ids=" + run).collect(Collectors.joining("&"));
    byte[] request =
        HttpConnection.get(
            API + "metrics/get-history-bulk-interval?" + runs + "&metric_key=long&max_results=320");
    return (_, _) -> request;
  }
}
