package io.drivetrain.webui.comparison;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A tracking run in a comparison.
 *
 * @param id 32 hexadecimal digits
 * @param experiment name of its experiment
 * @param status as the registry names it: {@code FINISHED}
 * @param endedAt empty while it runs
 * @param artifactUri root of its files
 * @param metrics the latest value of each
 */
public record ComparedRun(
    String id,
    String name,
    String experiment,
    String status,
    Instant startedAt,
    Optional<Instant> endedAt,
    String artifactUri,
    Map<String, Double> metrics,
    Map<String, String> params,
    Map<String, String> tags) {
  public ComparedRun {
    metrics = Map.copyOf(metrics);
    params = Map.copyOf(params);
    tags = Map.copyOf(tags);
  }
}
