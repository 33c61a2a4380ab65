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
 * The run that another one resumes.
 *
 * @param definition that it started with; empty when this version can no longer read it
 * @param steps by id, as they ended
 */
public record ResumeOrigin(
    Optional<PipelineDefinition> definition, RunParameters parameters, Map<String, StepRun> steps) {

  public ResumeOrigin {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  public static ResumeOrigin of(
      Optional<PipelineDefinition> definition, RunParameters parameters, List<StepRun> steps) {
    Map<String, StepRun> byId = new LinkedHashMap<>();
    steps.forEach(step -> byId.put(step.step(), step));
    return new ResumeOrigin(definition, parameters, byId);
  }

  Optional<StepRun> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }
}
