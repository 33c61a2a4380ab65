package io.drivetrain.pipeline.engine.lineage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where OpenLineage events go. Nowhere by default. */
@ConfigMapping(prefix = "drivetrain.lineage")
public interface LineageConfig {
  /** none, file or http. Environment: DRIVETRAIN_LINEAGE_TRANSPORT. */
  @WithDefault("none")
  Transport transport();

  /** Of the jobs: what a catalogue files them under. */
  @WithDefault("drivetrain")
  String namespace();

  /** One event a line is appended to it. Needed by transport file. */
  Optional<Path> file();

  /** Of the receiver, such as http://marquez:5000; needed by transport http. */
  Optional<URI> url();

  /** The path that it takes events at: api/v1/lineage unless it says otherwise. */
  Optional<String> endpoint();

  /** Sent as a bearer token. Set it by the environment only: DRIVETRAIN_LINEAGE_API_KEY. */
  Optional<String> apiKey();

  /** How events travel. */
  enum Transport {
    NONE,
    FILE,
    HTTP
  }
}
