package io.drivetrain.registry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Under which names this server may be called. */
@ConfigMapping(prefix = "drivetrain.access")
public interface AccessConfig {
  /**
   * Host names besides localhost and private addresses, without ports; {@code *} for every name.
   * What is not here is refused, so that a page in a browser cannot reach the server under a name
   * of its own (DNS rebinding).
   */
  @WithDefault("mlflow,registry")
  Optional<Set<String>> allowedHosts();
}
