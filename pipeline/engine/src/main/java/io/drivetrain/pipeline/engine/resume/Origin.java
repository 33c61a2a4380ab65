package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.StepRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run that another one goes on from.
 *
 * @param definition that it began with; empty when this build cannot read it any more
 * @param steps by id, as they ended
 */
public record Origin(
    Optional<PipelineDefinition> definition, RunParameters parameters, Map<String, StepRun> steps) {

  public Origin {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  public static Origin of(
      Optional<PipelineDefinition> definition, RunParameters parameters, List<StepRun> steps) {
    Map<String, StepRun> byId = new LinkedHashMap<>();
    steps.forEach(step -> byId.put(step.step(), step));
    return new Origin(definition, parameters, byId);
  }

  Optional<StepRun> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }
}
