package io.drivetrain.bench.registry;

import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import io.drivetrain.bench.registry.RegistryRequests.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that is measured, in the order of the table. */
final class Operations {
  private static final int MANY = 1_000_000;
  private static final int CLIENTS = 64;

  private final Filling.Filled filled;

  /** Each client writes to a run of its own. */
  private final List<String> ownRuns;

  Operations(Filling.Filled filled, RegistryStack stack) throws IOException {
    this.filled = filled;
    this.ownRuns = newRuns(stack);
  }

  private static List<String> newRuns(RegistryStack stack) throws IOException {
    List<String> runs = new ArrayList<>();
    try (ServerClient client = stack.connect()) {
      for (int i = 0; i < CLIENTS; i++) {
        runs.add(RegistryRequests.newRun(client));
      }
    }
    return runs;
  }

  List<Operation> all() {
    String experiment = Long.toString(filled.experiment());
    String filter =
        "metrics.metric_1 > 0.9 AND params.param_0 = 'value-7' AND tags.tag_4 = 'team-2'";
    return List.of(
        perSecond("log-metric", 2500, this::logMetric),
        perSecond("log-batch of 10 metrics", 2000, (client, n) -> logBatch(client, "ten", n, 1)),
        perSecond(
            "log-batch of 1,000 metrics", 200, (client, n) -> logBatch(client, "big", n, 100)),
        perSecond("runs/create", 1500, (_, _) -> RegistryRequests.createRun("0", "created")),
        perSecond("runs/get", 8000, this::getRun),
        median("first page of 100 runs", 8, MANY, search(experiment, "", List.of(), 100)),
        median(
            "100 runs ordered by a metric",
            15,
            MANY,
            search(experiment, "", List.of("metrics.metric_3 DESC"), 100)),
        median(
            "metric, param and tag filter",
            15,
            MANY,
            search(experiment, filter, List.of("metrics.metric_1 DESC"), 100)),
        median("10,000 runs", 600, 200, search(experiment, "", List.of(), 10_000)),
        new Operation(
            "50,000 runs",
            new Operation.Aim.Survives(),
            2,
            search(experiment, "", List.of(), 50_000)),
        median(
            "history of 25,000 points",
            80,
            MANY,
            always(RegistryRequests.history(filled.curve(), "curve", 25_000))),
        median(
            "bulk-interval of 20 runs",
            60,
            MANY,
            always(RegistryRequests.bulkInterval(filled.longRuns(), "long", 320))));
  }

  private static Operation perSecond(String name, int aim, Operation.Requests requests) {
    return new Operation(name, new Operation.Aim.PerSecond(aim), MANY, requests);
  }

  private static Operation median(
      String name, int aimMillis, int most, Operation.Requests requests) {
    return new Operation(name, new Operation.Aim.Median(aimMillis), most, requests);
  }

  /** Steps go on rising over all measurements, as in a training. */
  private Request logMetric(int client, int n) {
    Point point = new Point("loss", n / 1e6, nowMicros(), n);
    return RegistryRequests.logMetric(ownRuns.get(client), point);
  }

  /** 10 keys, each with as many points. */
  private Request logBatch(int client, String prefix, int n, int pointsEach) {
    long now = nowMicros();
    List<Point> points =
        IntStream.range(0, 10 * pointsEach)
            .mapToObj(i ->
                new Point(prefix + "_" + i % 10, i * 0.001, now, (long) n * pointsEach + i / 10))
            .toList();
    return RegistryRequests.logBatch(ownRuns.get(client), points);
  }

  private static long nowMicros() {
    return System.nanoTime() / 1000;
  }

  private Request getRun(int client, int n) {
    // A stride that is prime visits every run before it comes back to the first.
    int index = (int) ((client * 7919L + n * 15_485_863L) % filled.runs().size());
    return RegistryRequests.getRun(filled.runs().get(index));
  }

  private static Operation.Requests search(
      String experiment, String filter, List<String> orderBy, int size) {
    return always(RegistryRequests.searchRuns(experiment, filter, orderBy, size));
  }

  private static Operation.Requests always(Request request) {
    return (_, _) -> request;
  }
}
