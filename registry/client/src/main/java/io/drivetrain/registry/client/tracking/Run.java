package io.drivetrain.registry.client.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run of an experiment.
 *
 * @param id 32 hexadecimal digits
 * @param endedAt empty while it runs
 * @param artifactUri root of its artifacts: {@code mlflow-artifacts:/1/<id>/artifacts}
 * @param deleted it is in the trash: readable, but refuses changes
 * @param metrics the latest point of each metric
 * @param outputs logged models that it made
 */
public record Run(
    String id,
    String name,
    String experimentId,
    RunStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    String artifactUri,
    boolean deleted,
    List<Metric> metrics,
    Map<String, String> params,
    Map<String, String> tags,
    RunInputs inputs,
    List<ModelOutput> outputs) {
  public Run {
    metrics = List.copyOf(metrics);
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
    outputs = List.copyOf(outputs);
  }

  /** Latest value of a metric. */
  public OptionalDouble metric(String key) {
    return metrics.stream()
        .filter(metric -> metric.key().equals(key))
        .mapToDouble(Metric::value)
        .findFirst();
  }
}
