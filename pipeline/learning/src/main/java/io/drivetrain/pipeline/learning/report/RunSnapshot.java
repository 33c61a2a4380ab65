package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.StepRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the pipeline itself knows it at one moment.
 *
 * @param at that moment, by the clock of the database
 * @param definition that it began with; empty when this build cannot read it any more
 * @param steps in their order
 * @param attempts of each step, by step, in their order
 * @param outputs of the steps
 */
record RunSnapshot(
    Instant at,
    Run run,
    Optional<PipelineDefinition> definition,
    List<StepRun> steps,
    Map<String, List<Attempt>> attempts,
    StepOutputs outputs) {

  RunSnapshot {
    steps = List.copyOf(steps);
    attempts = Map.copyOf(attempts);
  }

  List<Attempt> attemptsOf(String step) {
    return attempts.getOrDefault(step, List.of());
  }

  /** What the steps have produced, by step, without those that have produced nothing. */
  Map<String, StepDocument> documents() {
    Map<String, StepDocument> documents = new LinkedHashMap<>(outputs.documents());
    documents.values().removeIf(StepDocument::isEmpty);
    return documents;
  }

  /**
   * The steps that decide how the run ends: not those that always run, and not the one that reports
   * it.
   */
  List<StepRun> deciding(String reporter) {
    return steps.stream()
        .filter(step -> !step.step().equals(reporter) && !isAlwaysRun(step))
        .toList();
  }

  /** The first step that decided on an outcome. */
  Optional<StepRun> decidedBy(RunOutcome outcome, String reporter) {
    return deciding(reporter).stream()
        .filter(step -> outcome.isDecidedBy(step.outcome().state()))
        .findFirst();
  }

  private boolean isAlwaysRun(StepRun step) {
    return definition.flatMap(one -> one.step(step.step())).map(StepSpec::always).orElse(false);
  }
}
