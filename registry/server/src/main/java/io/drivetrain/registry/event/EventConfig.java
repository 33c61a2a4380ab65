package io.drivetrain.registry.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Events for live pages. */
@ConfigMapping(prefix = "drivetrain.events")
public interface EventConfig {
  /** Between two looks for new changes, by each replica: how late an event may come. */
  @WithDefault("250ms")
  Duration pollEvery();

  /** A comment is sent after so much silence, so that nobody in between cuts the connection. */
  @WithDefault("15s")
  Duration heartBeat();

  /** How many may listen to one replica at a time. */
  @WithDefault("500")
  int maxListeners();
}
