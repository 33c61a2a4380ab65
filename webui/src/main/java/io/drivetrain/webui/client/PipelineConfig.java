package io.drivetrain.webui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the pipeline service is, and how often open pages ask it. */
@ConfigMapping(prefix = "drivetrain.pipeline")
public interface PipelineConfig {
  /** Address at which this application reaches it: {@code http://localhost:8080}. */
  URI apiUri();

  /** How long it may take to answer; to be connected it has a second. */
  @WithDefault("5s")
  Duration timeout();

  /** How often a page asks while what it shows is on its way. */
  @WithDefault("1s")
  Duration activePause();

  /** How often a page asks while nothing is on its way. */
  @WithDefault("5s")
  Duration idlePause();
}
