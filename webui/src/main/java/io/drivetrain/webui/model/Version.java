package io.drivetrain.webui.model;

import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.ModelVersionStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A version of a registered model.
 *
 * @param number decimal, from 1, as text
 * @param ready its files are complete: it can be loaded
 * @param trackingRun the run that made it; empty when unknown
 * @param tags by key, sorted
 */
public record Version(
    String model,
    String number,
    VersionStage stage,
    boolean ready,
    String source,
    Optional<String> trackingRun,
    String description,
    List<String> aliases,
    Map<String, String> tags,
    Instant createdAt) {
  /** The pipeline run that made the version. */
  private static final String PIPELINE_RUN = "drivetrain.run_id";

  public Version {
    aliases = List.copyOf(aliases);
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  static Version of(ModelVersion version) {
    return new Version(
        version.name(),
        version.version(),
        VersionStage.of(version.stage()),
        version.status() == ModelVersionStatus.READY,
        version.source(),
        Optional.of(version.runId()).filter(run -> !run.isEmpty()),
        version.description(),
        version.aliases(),
        version.tags(),
        version.createdAt());
  }

  /** The run of a pipeline that made it; empty when another program did. */
  public Optional<UUID> pipelineRun() {
    try {
      return Optional.ofNullable(tags.get(PIPELINE_RUN)).map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
