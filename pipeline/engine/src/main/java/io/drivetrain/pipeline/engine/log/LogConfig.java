package io.drivetrain.pipeline.engine.log;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the logs of tries are kept. How long: {@code drivetrain.retention}. */
@ConfigMapping(prefix = "drivetrain.log")
public interface LogConfig {
  /**
   * How often new lines are written to the database: what a killed process loses at most.
   * Environment: DRIVETRAIN_LOG_FLUSH.
   */
  @WithDefault("500ms")
  Duration flush();

  /**
   * How long the log of one try may become, 64K to 64M. What comes after it is left out, but for
   * how the try ends. Environment: DRIVETRAIN_LOG_LIMIT.
   */
  @WithDefault("1M")
  MemorySize limit();
}
