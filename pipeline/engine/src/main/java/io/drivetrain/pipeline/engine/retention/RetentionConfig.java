package io.drivetrain.pipeline.engine.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long the past is kept. */
@ConfigMapping(prefix = "drivetrain.retention")
public interface RetentionConfig {
  /**
   * After it a run that has ended is deleted, with its steps, tries, events, logs and what was
   * still to be told of it; a day at least. Empty: never. Environment: DRIVETRAIN_RETENTION_RUNS.
   */
  @WithDefault("180d")
  Optional<Duration> runs();

  /**
   * After it the log of a try that has ended is deleted, and the try stays; a day at least. Empty:
   * with its run. Environment: DRIVETRAIN_RETENTION_LOGS.
   */
  @WithDefault("30d")
  Optional<Duration> logs();

  /** How often a replica looks for what is too old. */
  @WithDefault("1h")
  Duration watch();
}
