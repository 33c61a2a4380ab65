package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.parameter.RunParameters;
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
