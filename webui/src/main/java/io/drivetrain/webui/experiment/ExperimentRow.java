package io.drivetrain.webui.experiment;

import java.time.Instant;
import java.util.Optional;

/**
 * An experiment as a list shows it.
 *
 * @param note what people wrote about it, Markdown; empty for none
 * @param runs that are not in the trash
 * @param running how many of them have not ended
 * @param deletedRuns that are in the trash
 * @param lastRun when the youngest run began
 */
public record ExperimentRow(
    String id,
    String name,
    boolean deleted,
    String note,
    Instant createdAt,
    long runs,
    long running,
    long deletedRuns,
    Optional<Instant> lastRun) {}
