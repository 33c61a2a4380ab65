package io.drivetrain.pipeline.engine.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exactly schedules are kept. */
@ConfigMapping(prefix = "drivetrain.schedule")
public interface ScheduleConfig {
  /**
   * How late a firing may be and still not count as missed: as long as a restart of the database or
   * of the last replica takes. What comes later is for the schedule's catchUp to say.
   */
  @WithDefault("5m")
  Duration tolerance();

  /** How often a replica looks whether a firing was forgotten. */
  @WithDefault("5s")
  Duration watch();
}
