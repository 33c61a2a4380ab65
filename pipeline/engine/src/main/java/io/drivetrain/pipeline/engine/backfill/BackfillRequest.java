package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.pipeline.api.backfill.Reprocess;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.time.Instant;
import java.util.Objects;

/**
 * Asks for runs of the times of a schedule that have passed.
 *
 * @param from the first time, inclusive
 * @param to the last time, inclusive
 * @param reprocess default MISSING
 * @param maxActive how many of its runs may wait or run at once, 1 to 16; default 1, so that a run
 *     that is triggered meanwhile waits for one run only
 * @param dryRun default false; true tells the times and makes nothing
 */
public record BackfillRequest(
    String pipeline,
    Instant from,
    Instant to,
    Reprocess reprocess,
    Integer maxActive,
    Boolean dryRun) {
  private static final int MOST_ACTIVE = 16;

  public BackfillRequest {
    reprocess = Objects.requireNonNullElse(reprocess, Reprocess.MISSING);
    maxActive = Objects.requireNonNullElse(maxActive, 1);
    dryRun = Objects.requireNonNullElse(dryRun, false);
    if (pipeline == null || from == null || to == null) {
      throw PipelineException.malformed("A back-fill needs pipeline, from and to.");
    }
    if (to.isBefore(from)) {
      throw PipelineException.malformed("to must not be before from.");
    }
    if (maxActive < 1 || maxActive > MOST_ACTIVE) {
      throw PipelineException.malformed("maxActive must be within 1 and 16.");
    }
  }
}
