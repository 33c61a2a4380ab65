package io.drivetrain.registry.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The Redis that the registry's clients cache their lookups in. */
@ConfigMapping(prefix = "drivetrain.redis")
public interface ModelCacheConfig {
  /** {@code redis://host:port}. */
  @WithDefault("redis://localhost:6379")
  String url();

  /** In place of a user in the address. Empty with a password: Redis' default user. */
  Optional<String> user();

  /** Any characters; in the address they would have to be encoded. */
  Optional<String> password();

  /** After which a command counts as lost. */
  @WithDefault("2s")
  Duration timeout();
}
