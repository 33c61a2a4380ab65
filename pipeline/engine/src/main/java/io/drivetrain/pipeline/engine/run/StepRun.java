package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a run as it stands in the database.
 *
 * @param needs the steps that it waits for
 * @param outcome state, reason, message, attempt and times, also while it has not ended
 * @param progress what it tells while it runs; else empty
 * @param approval what it asks a person while it waits for one; else empty
 * @param output empty until it ended
 * @param inputs SHA-256 of each file that it was given, by parameter; empty when it was given none,
 *     or has not begun
 * @param reusedFrom who did its work when it was not run again in this run; else empty
 */
public record StepRun(
    UUID runId,
    String step,
    List<String> needs,
    StepOutcome outcome,
    Optional<StepProgress> progress,
    Optional<StepApproval> approval,
    StepDocument output,
    Map<String, Object> inputs,
    Optional<ReusedFrom> reusedFrom) {}
