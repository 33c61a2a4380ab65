package io.drivetrain.pipeline.api.backfill;

import io.drivetrain.pipeline.api.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A back-fill and what has become of its times.
 *
 * @param id empty for a dry run
 * @param times oldest first, which is the order in which they are run
 */
public record BackfillView(
    Optional<UUID> id,
    String pipeline,
    Instant from,
    Instant to,
    Reprocess reprocess,
    int maxActive,
    boolean dryRun,
    Optional<Instant> cancelledAt,
    List<Time> times) {

  /**
   * One time of the schedule.
   *
   * @param runId empty until it has a run
   * @param state of the run
   */
  public record Time(Instant logicalTime, Optional<UUID> runId, Optional<RunState> state) {
    /** One without a run. */
    public static Time waiting(Instant logicalTime) {
      return new Time(logicalTime, Optional.empty(), Optional.empty());
    }
  }

  /** The same with its times. */
  public BackfillView with(List<Time> found) {
    return new BackfillView(
        id, pipeline, from, to, reprocess, maxActive, dryRun, cancelledAt, found);
  }
}
