package io.drivetrain.webui.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the model registry is. */
@ConfigMapping(prefix = "drivetrain.registry")
public interface RegistryConfig {
  /** Address of the registry: {@code http://localhost:5000}. */
  URI trackingUri();

  /** {@code redis://host:port}; without it every look-up goes to the registry. */
  Optional<URI> redisUri();

  /** How often the registry itself is asked for news, in case that Redis did not push them. */
  @WithDefault("3s")
  Duration pollInterval();
}
