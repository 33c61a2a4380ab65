package io.drivetrain.webui.comparison;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs to compare. */
public final class ComparisonFixtures {
  public static final Instant START = Instant.parse("2026-11-21T03:40:00Z");

  private ComparisonFixtures() {}

  public static ComparedRun run(
      String id, Map<String, Double> metrics, Map<String, String> params) {
    return new ComparedRun(
        id,
        "run " + id,
        "cars",
        "FINISHED",
        START,
        Optional.of(START.plusSeconds(60)),
        "mlflow-artifacts:/1/" + id + "/artifacts",
        metrics,
        params,
        Map.of());
  }

  /** A run with one parameter and one metric. */
  public static ComparedRun run(String id, double rmse, String depth) {
    return run(id, Map.of("rmse", rmse), Map.of("depth", depth));
  }

  /** Makes an experiment with a name of its own; returns its id. */
  public static String experiment(InMemoryRegistry registry) {
    try (RegistryClient client = client(registry)) {
      return client.tracking().getOrCreateExperiment("compare-" + UUID.randomUUID()).id();
    }
  }

  /** Logs a run with a parameter {@code depth} and a metric {@code rmse}; returns its id. */
  public static String log(
      InMemoryRegistry registry, String experiment, String name, double rmse, String depth) {
    try (RegistryClient client = client(registry)) {
      Run run = client.tracking().createRun(experiment, name, START, Map.of("team", "blue"));
      List<Metric> points =
          List.of(
              new Metric("rmse", rmse * 2, START.plusSeconds(1), 0),
              new Metric("rmse", rmse, START.plusSeconds(2), 1));
      Map<String, String> params = Map.of("depth", depth, "seed", "42");
      client.tracking().logBatch(run.id(), points, params, Map.of());
      return run.id();
    }
  }

  /** Puts a text file beside a run. */
  public static void file(InMemoryRegistry registry, String run, String path, String content) {
    try (RegistryClient client = client(registry)) {
      String root = client.tracking().run(run).artifactUri();
      client.artifacts().upload(root, path, content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static RegistryClient client(InMemoryRegistry registry) {
    return RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  }
}
