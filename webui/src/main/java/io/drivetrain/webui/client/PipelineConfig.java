package io.drivetrain.webui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the pipeline service is, and how often open pages ask it for what it sends no event of. */
@ConfigMapping(prefix = "drivetrain.pipeline")
public interface PipelineConfig {
  /** Address at which this application reaches it: {@code http://localhost:8080}. */
  URI apiUri();

  /** How often a page asks for what no event stream tells: definitions, schedules, free workers. */
  @WithDefault("15s")
  Duration idlePause();

  /** How long a broken event stream waits before it connects again; doubled up to a minute. */
  @WithDefault("1s")
  Duration reconnectPause();
}
