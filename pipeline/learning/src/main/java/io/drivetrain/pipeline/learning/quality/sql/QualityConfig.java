package io.drivetrain.pipeline.learning.quality.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What checking the data may take. */
@ConfigMapping(prefix = "drivetrain.quality")
public interface QualityConfig {
  /**
   * How long the SQL of one expectation may take; an expectation that takes longer is not met.
   * Environment: DRIVETRAIN_QUALITY_SQL_TIMEOUT.
   */
  @WithDefault("30s")
  Duration sqlTimeout();
}
