package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.util.Optional;

/**
 * A run that a person asks for.
 *
 * @param note why, for people; may be empty
 * @param resumption how it goes on from an earlier one; empty when it begins at the beginning
 */
public record NewRun(
    PipelineDefinition definition,
    RunParameters parameters,
    String note,
    RunLabels labels,
    Optional<Resumption> resumption) {}
