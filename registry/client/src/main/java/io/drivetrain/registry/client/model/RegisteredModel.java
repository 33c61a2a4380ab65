package io.drivetrain.registry.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registered model.
 *
 * @param aliases alias to version
 * @param latestVersions the highest version of each stage that is in use
 */
public record RegisteredModel(
    String name,
    String description,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> tags,
    Map<String, String> aliases,
    List<ModelVersion> latestVersions) {
  public RegisteredModel {
    tags = Map.copyOf(tags);
    aliases = Map.copyOf(aliases);
    latestVersions = List.copyOf(latestVersions);
  }

  /** The highest version in a stage. */
  public Optional<ModelVersion> latest(Stage stage) {
    return latestVersions.stream().filter(version -> version.stage() == stage).findFirst();
  }
}
