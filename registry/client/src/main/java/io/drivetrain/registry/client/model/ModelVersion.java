package io.drivetrain.registry.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One version of a registered model.
 *
 * @param version a decimal number from 1, as text
 * @param source where its files are: {@code mlflow-artifacts:/1/<run>/artifacts/model}, or the
 *     logged model that they are of: {@code models:/m-<id>}
 * @param runId run that made it, empty when unknown
 * @param aliases sorted
 */
public record ModelVersion(
    String name,
    String version,
    Stage stage,
    ModelVersionStatus status,
    String source,
    String runId,
    String description,
    List<String> aliases,
    Map<String, String> tags,
    Instant createdAt,
    Instant updatedAt) {
  public ModelVersion {
    aliases = aliases.stream().sorted().toList();
    tags = Map.copyOf(tags);
  }

  /** The version as a number, for comparing. */
  public long number() {
    return Long.parseLong(version);
  }
}
