package io.drivetrain.registry.trash;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long deleted things can be restored. */
@ConfigMapping(prefix = "drivetrain.trash")
public interface TrashConfig {
  /**
   * After which what was deleted is purged: {@code 30d}, {@code PT12H}. Not set: it is kept until
   * somebody purges it.
   */
  Optional<Duration> keep();

  /** Between two looks for what is too old, and for files that a crash left of a purge. */
  @WithDefault("1h")
  Duration sweepEvery();
}
