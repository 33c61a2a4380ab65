package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.RunLabels;
import java.util.Optional;

/**
 * A requested run.
 *
 * @param note why it was triggered; may be empty
 * @param resumption which run it resumes, if any
 */
public record NewRun(
    PipelineDefinition definition,
    RunParameters parameters,
    String note,
    RunLabels labels,
    Optional<Resumption> resumption) {}
