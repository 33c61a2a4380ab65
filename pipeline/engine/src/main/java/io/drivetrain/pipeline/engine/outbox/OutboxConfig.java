package io.drivetrain.pipeline.engine.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How notifications and lineage events leave this process. */
@ConfigMapping(prefix = "drivetrain.outbox")
public interface OutboxConfig {
  /** How often a replica looks for messages that are due; a second at least. */
  @WithDefault("2s")
  Duration watch();

  /** Before the second attempt; twice as long before each further one. */
  @WithDefault("5s")
  Duration backoff();

  /**
   * After so many attempts a message is given up; it stays in the table outbox_message with its
   * error for 30 days.
   */
  @WithDefault("10")
  @Min(1)
  @Max(20)
  int attempts();

  /** The name of {@link #attempts} until 0.1; read for one more release. */
  Optional<@Min(1) @Max(20) Integer> tries();

  /** {@link #tries} where it is set, else {@link #attempts}. */
  default int maxAttempts() {
    return tries().orElse(attempts());
  }
}
