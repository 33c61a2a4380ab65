package io.drivetrain.registry.artifact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the artifacts are kept. */
@ConfigMapping(prefix = "drivetrain.artifact")
public interface ArtifactConfig {
  /** The root folder; created when it is missing. */
  @WithDefault("models/published")
  Path root();

  /** How long nobody must have written to an unfinished upload until a start removes it. */
  @WithDefault("PT24H")
  Duration abandonedAfter();
}
