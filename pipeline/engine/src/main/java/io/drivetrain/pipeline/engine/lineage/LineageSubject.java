package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterType;
import io.drivetrain.pipeline.engine.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands.
 *
 * @param outputs what its steps told: dataHash, mlflowRunId, modelVersion
 */
record LineageSubject(Run run, PipelineDefinition definition, Map<String, Object> outputs) {

  Optional<String> output(String key) {
    return Optional.ofNullable(outputs.get(key)).map(Object::toString);
  }

  /** The data files that it was given. */
  List<String> files() {
    return definition.parameters().stream()
        .filter(parameter -> parameter.type() == ParameterType.FILE)
        .map(ParameterSpec::name)
        .map(run.parameters()::file)
        .toList();
  }
}
