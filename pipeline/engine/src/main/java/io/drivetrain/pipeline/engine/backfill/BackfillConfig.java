package io.drivetrain.pipeline.engine.backfill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How back-fills are worked on. */
@ConfigMapping(prefix = "drivetrain.backfill")
public interface BackfillConfig {
  /** How often a replica looks whether a back-fill may start its next run. */
  @WithDefault("1s")
  Duration watch();
}
