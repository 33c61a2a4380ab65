package io.drivetrain.pipeline.engine.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are stopped. */
@ConfigMapping(prefix = "drivetrain.run")
public interface RunConfig {
  /**
   * How long a step that was told to stop has for it. A worker that does not let go in time is left
   * behind: the step ends, and what the worker brings later is dropped.
   */
  @WithDefault("30s")
  Duration stopGrace();

  /**
   * How long a run that was told to stop waits for its steps that always run, the report above all.
   * What has not ended then is stopped like the other steps: no report holds a run for ever.
   */
  @WithDefault("5m")
  Duration closing();
}
