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

  /** In place of a user in the address. Empty with a password: Redis' default user. */
  Optional<String> redisUser();

  /** Any characters; in the address they would have to be encoded. */
  Optional<String> redisPassword();

  /** How often the registry itself is asked for news, in case that Redis did not push them. */
  @WithDefault("3s")
  Duration pollInterval();
}
