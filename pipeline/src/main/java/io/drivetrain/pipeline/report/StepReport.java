package io.drivetrain.pipeline.report;

import io.drivetrain.pipeline.step.StepReason;
import io.drivetrain.pipeline.step.StepState;
import java.time.Instant;

/**
 * One step in the report of a run.
 *
 * @param seconds from start to end; null when it never ran
 */
record StepReport(
    String step,
    StepState state,
    StepReason reason,
    String message,
    int attempt,
    Instant startedAt,
    Instant endedAt,
    Double seconds) {}
