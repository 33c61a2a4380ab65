package io.drivetrain.pipeline.engine.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How this replica runs steps. */
@ConfigMapping(prefix = "drivetrain.execution")
public interface ExecutionConfig {
  /** How many steps run at a time. A single step may use all cores by itself. */
  @WithDefault("1")
  @Min(0)
  @Max(64)
  int workers();

  /**
   * How many stuck threads this replica tolerates: threads of steps that were told to stop and did
   * not. Each has been replaced, but still uses memory and perhaps a processor. With more of them
   * the replica reports that it is not ready; only a restart ends them.
   */
  @WithDefault("${drivetrain.execution.most-deaf-workers:3}")
  @Min(0)
  int mostStuckWorkers();

  /** The old name of {@link #mostStuckWorkers}, read for one release. */
  Optional<Integer> mostDeafWorkers();

  /** How long a step belongs to a worker that sends no heartbeat. */
  @WithDefault("30s")
  Duration lease();

  /** How often a worker renews its lease; at most half of the lease. */
  @WithDefault("10s")
  Duration heartBeat();

  /** The shortest time between two writes of a step's progress. */
  @WithDefault("500ms")
  Duration progress();

  /** How often expired leases are looked for. */
  @WithDefault("5s")
  Duration reaper();

  /**
   * How often an idle worker polls for a step, plus up to a quarter of that time. Notifications of
   * the database wake it within milliseconds; this covers those that were lost.
   */
  @WithDefault("2s")
  Duration poll();

  /** How often a step that waits for a service that is away is run again. */
  @WithDefault("5s")
  Duration outagePoll();

  /**
   * How long a step waits for such a service at most, if its timeout does not end it earlier; then
   * the outage counts as an error of the step.
   */
  @WithDefault("1h")
  Duration outage();
}
