package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import io.drivetrain.pipeline.api.backfill.Reprocess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
@Schema(description = "Runs for the times of a schedule that have passed")
public record BackfillRequest(
    @Schema(description = "Id of a pipeline with a schedule")
        @NotNull(message = BackfillRequest.NEEDED)
        @StoredText(max = 200)
        String pipeline,
    @Schema(description = "The first time, inclusive") @NotNull(message = BackfillRequest.NEEDED)
        Instant from,
    @Schema(description = "The last time, inclusive") @NotNull(message = BackfillRequest.NEEDED)
        Instant to,
    @Schema(description = "Which times are run; by default MISSING") Reprocess reprocess,
    @Schema(description = "How many of its runs may wait or run at once; by default 1")
        @Min(value = 1, message = BackfillRequest.BOUNDS)
        @Max(value = 16, message = BackfillRequest.BOUNDS)
        Integer maxActive,
    @Schema(description = "Returns the times, and creates nothing") Boolean dryRun)
    implements JsonRequest {
  private static final String NEEDED = "A backfill needs pipeline, from and to.";
  private static final String BOUNDS = "must be within 1 and 16";

  public BackfillRequest {
    reprocess = Objects.requireNonNullElse(reprocess, Reprocess.MISSING);
    maxActive = Objects.requireNonNullElse(maxActive, 1);
    dryRun = Objects.requireNonNullElse(dryRun, false);
  }
}
