package io.drivetrain.pipeline.engine.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** For how long runs and logs are kept. */
@ConfigMapping(prefix = "drivetrain.retention")
public interface RetentionConfig {
  /**
   * For how long ended runs are kept, with their steps, attempts, events, logs and pending
   * notifications; at least one day. Empty: for ever. Environment: DRIVETRAIN_RETENTION_RUNS.
   */
  @WithDefault("180d")
  Optional<Duration> runs();

  /**
   * For how long logs of ended attempts are kept; at least one day. Empty: with its run.
   * Environment: DRIVETRAIN_RETENTION_LOGS.
   */
  @WithDefault("30d")
  Optional<Duration> logs();

  /** How often a replica looks for what is too old. */
  @WithDefault("1h")
  Duration watch();
}
