package io.drivetrain.registry.client.tracking;

import java.time.Instant;
import java.util.Map;

/**
 * An experiment: a named group of runs.
 *
 * @param artifactLocation where its runs keep their artifacts: {@code mlflow-artifacts:/1}
 * @param deleted it is in the trash: readable, but refuses new runs
 */
public record Experiment(
    String id,
    String name,
    String artifactLocation,
    boolean deleted,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> tags) {
  public Experiment {
    tags = Map.copyOf(tags);
  }
}
