package io.drivetrain.pipeline.engine.step;

import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The run of a step, as the step sees it.
 *
 * @param runId the run
 * @param definition the version of the definition that the run started with
 * @param parameters those that the kind reads: the definition's defaults overlaid with the
 *     request's
 * @param outputs what the finished steps have produced
 * @param outcomes how the steps before this one ended, by step id; for a report
 * @param attempt 1 for the first attempt
 * @param fence grows with every claim of the step; a part of names that must not be shared by two
 *     attempts
 * @param startedAt when the run started
 * @param progress receives the progress of the step
 */
public record StepContext(
    UUID runId,
    PipelineDefinition definition,
    RunParameters parameters,
    StepOutputs outputs,
    Map<String, StepOutcome> outcomes,
    int attempt,
    long fence,
    Instant startedAt,
    Progress progress) {

  public StepContext {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /**
   * A value that an earlier step must have produced.
   *
   * @param type of the result that has it; of several steps the last one counts
   * @param name of the value, for people
   * @throws StepFailedException when none has
   */
  public <T, V> V require(Class<T> type, Function<T, Optional<V>> value, String name) {
    return outputs
        .find(type, value)
        .orElseThrow(() ->
            new StepFailedException(
                "No earlier step of this run produced '%s': check the order of the steps in the definition."
                    .formatted(name)));
  }
}
