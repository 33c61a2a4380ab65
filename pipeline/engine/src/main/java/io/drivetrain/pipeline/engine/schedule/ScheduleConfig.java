package io.drivetrain.pipeline.engine.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the scheduler. */
@ConfigMapping(prefix = "drivetrain.schedule")
public interface ScheduleConfig {
  /**
   * How late a firing may be and still not count as missed: as long as a restart of the database or
   * of the last replica takes. Later times are handled by the schedule's catchUp.
   */
  @WithDefault("5m")
  Duration tolerance();

  /** How often a replica looks whether a firing was forgotten. */
  @WithDefault("5s")
  Duration watch();
}
