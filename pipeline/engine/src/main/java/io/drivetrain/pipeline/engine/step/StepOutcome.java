package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;

/**
 * How a step ended.
 *
 * @param reason null when there is nothing to say, as for a success
 * @param message shown to users; may be null
 * @param attempt the attempt that ended it; 0 when it never ran
 * @param startedAt null when it never ran
 */
public record StepOutcome(
    StepState state,
    StepReason reason,
    String message,
    int attempt,
    Instant startedAt,
    Instant endedAt) {}
