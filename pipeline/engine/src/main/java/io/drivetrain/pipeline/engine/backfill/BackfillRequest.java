package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import io.drivetrain.pipeline.api.backfill.Reprocess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
 * @param dryRun default false; true returns the times and creates nothing
 */
public record BackfillRequest(
    @NotNull(message = BackfillRequest.NEEDED) @StoredText(max = 200) String pipeline,
    @NotNull(message = BackfillRequest.NEEDED) Instant from,
    @NotNull(message = BackfillRequest.NEEDED) Instant to,
    Reprocess reprocess,
    @Min(value = 1, message = BackfillRequest.BOUNDS)
        @Max(value = 16, message = BackfillRequest.BOUNDS)
        Integer maxActive,
    Boolean dryRun)
    implements JsonRequest {
  private static final String NEEDED = "A backfill needs pipeline, from and to.";
  private static final String BOUNDS = "must be within 1 and 16";

  public BackfillRequest {
    reprocess = Objects.requireNonNullElse(reprocess, Reprocess.MISSING);
    maxActive = Objects.requireNonNullElse(maxActive, 1);
    dryRun = Objects.requireNonNullElse(dryRun, false);
  }
}
