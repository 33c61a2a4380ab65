package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as stored.
 *
 * @param definitionVersion the version of the definition that it started with
 * @param logicalTime the scheduled time that it belongs to; empty when triggered manually
 * @param resumedFrom the run that it resumes, if any
 * @param message what it waits for, or why it ended as it did
 */
public record Run(
    UUID id,
    String pipeline,
    String definitionVersion,
    RunTrigger trigger,
    Optional<Instant> logicalTime,
    Optional<UUID> resumedFrom,
    RunParameters parameters,
    String note,
    RunLabels labels,
    RunState state,
    Optional<StepReason> reason,
    Optional<String> message,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
