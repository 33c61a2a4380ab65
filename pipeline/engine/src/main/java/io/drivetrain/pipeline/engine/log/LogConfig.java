package io.drivetrain.pipeline.engine.log;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How the logs of attempts are written. For how long they are kept, see {@code
 * drivetrain.retention}.
 */
@ConfigMapping(prefix = "drivetrain.log")
public interface LogConfig {
  /**
   * How often new lines are written to the database: what a killed process loses at most.
   * Environment: DRIVETRAIN_LOG_FLUSH.
   */
  @WithDefault("500ms")
  Duration flush();

  /**
   * The largest size of an attempt's log, 64K to 64M. The rest is dropped, except for how the
   * attempt ended. Environment: DRIVETRAIN_LOG_LIMIT.
   */
  @WithDefault("1M")
  MemorySize limit();
}
