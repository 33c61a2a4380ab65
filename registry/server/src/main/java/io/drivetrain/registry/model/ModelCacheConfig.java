package io.drivetrain.registry.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The Redis that the registry's clients cache their lookups in. */
@ConfigMapping(prefix = "drivetrain.redis")
public interface ModelCacheConfig {
  /** {@code redis://host:port}. */
  @WithDefault("redis://localhost:6379")
  String url();

  /** After which a command counts as lost. */
  @WithDefault("2s")
  Duration timeout();
}
