package io.drivetrain.pipeline.engine.cancellation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are stopped. */
@ConfigMapping(prefix = "drivetrain.run")
public interface CancellationConfig {
  /**
   * How long a step may take to stop. If its worker does not stop in time, the step ends without it
   * and a later result is discarded.
   */
  @WithDefault("30s")
  Duration stopGrace();

  /**
   * How long a stopped run waits for its steps that always run, such as a report. Steps that have
   * not ended by then are stopped as well.
   */
  @WithDefault("5m")
  Duration closing();
}
