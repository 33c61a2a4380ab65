package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.pipeline.engine.definition.StepSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a new run resumes an ended one.
 *
 * @param from the ended run
 * @param because why a step runs again, by step; the others are reused
 */
public record Resumption(UUID from, Map<String, String> because) {

  public Resumption {
    because = Map.copyOf(because);
  }

  /** The steps that are not run again. */
  List<String> reused(List<StepSpec> steps) {
    return steps.stream().map(StepSpec::id).filter(step -> !because.containsKey(step)).toList();
  }
}
