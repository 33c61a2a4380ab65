package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as it stands in the database.
 *
 * @param definitionVersion the version of the definition that it began with
 * @param logicalTime the time of the schedule that it stands for; empty when triggered by hand
 * @param resumedFrom the run that this one goes on from; empty when it began at the beginning
 * @param message why it ended as it did, for people
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
