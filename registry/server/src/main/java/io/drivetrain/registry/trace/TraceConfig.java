package io.drivetrain.registry.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long traces are kept. */
@ConfigMapping(prefix = "drivetrain.trace")
public interface TraceConfig {
  /** After which a trace is deleted with its files: {@code 30d}, {@code PT12H}. Not set: never. */
  Optional<Duration> keep();

  /** Between two looks for what is too old. */
  @WithDefault("1h")
  Duration sweepEvery();
}
