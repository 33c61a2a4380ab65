package io.drivetrain.pipeline.engine.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How notifications and lineage events leave this process. */
@ConfigMapping(prefix = "drivetrain.outbox")
public interface OutboxConfig {
  /** How often a replica looks whether there is something to tell. */
  @WithDefault("2s")
  Duration watch();

  /** How long before the second try; doubled for each further one. */
  @WithDefault("5s")
  Duration backoff();

  /** After how many tries it is given up, which the log and table delivery then tell. */
  @WithDefault("10")
  @Min(1)
  @Max(20)
  int tries();
}
