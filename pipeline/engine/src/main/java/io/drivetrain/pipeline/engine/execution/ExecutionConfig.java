package io.drivetrain.pipeline.engine.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How this replica works on steps. */
@ConfigMapping(prefix = "drivetrain.execution")
public interface ExecutionConfig {
  /** How many steps run at a time. Training uses all cores by itself. */
  @WithDefault("1")
  @Min(0)
  @Max(64)
  int workers();

  /**
   * How many threads may be lost to steps that ignore that they are to stop. Each has been
   * replaced, but still takes memory and perhaps a processor; with more of them this replica says
   * that it is not ready. Only a restart ends them.
   */
  @WithDefault("3")
  @Min(0)
  int mostDeafWorkers();

  /** How long a step is left to a worker that says nothing. */
  @WithDefault("30s")
  Duration lease();

  /** How often a worker says that it lives; well below the lease. */
  @WithDefault("10s")
  Duration heartBeat();

  /** How often a told progress is written, at most. */
  @WithDefault("500ms")
  Duration progress();

  /** How often leases that ran out are looked for. */
  @WithDefault("5s")
  Duration reaper();

  /**
   * How often an idle worker looks for a step that nobody told it of, and up to a quarter later.
   * The database tells of new work within milliseconds; this is the net below it.
   */
  @WithDefault("2s")
  Duration poll();
}
