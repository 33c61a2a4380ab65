package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.definition.StepSpec;
import io.drivetrain.pipeline.parameter.RunParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a run would be if it were made now.
 *
 * @param params the defaults overlaid with the request's
 * @param behind the run that has not ended and that decides the admission; empty when there is none
 */
public record RunPreview(
    String pipeline,
    String definitionVersion,
    Map<String, Object> params,
    Admission admission,
    Optional<UUID> behind,
    List<StepPreview> steps) {

  public RunPreview {
    steps = List.copyOf(steps);
  }

  /** What becomes of a new run at first. */
  public enum Admission {
    /** It starts at once. */
    START,
    /** It waits for those before it. */
    QUEUE,
    /** It is refused with 409. */
    REJECT,
    /** It starts as soon as those before it, which it cancels, have let go. */
    REPLACE
  }

  /**
   * A step as the definition has it.
   *
   * @param needs the steps that it waits for
   * @param timeout of one try, in ISO 8601: PT30M; empty for none
   * @param retries how often it is tried again
   */
  public record StepPreview(
      String step, String kind, List<String> needs, Optional<String> timeout, int retries) {

    static StepPreview of(StepSpec step) {
      return new StepPreview(
          step.id(),
          step.kind(),
          step.needs(),
          Optional.ofNullable(step.timeout()).map(Duration::toString),
          step.retries());
    }
  }

  static RunPreview of(
      PipelineDefinition definition, RunParameters parameters, Optional<UUID> unfinished) {
    return new RunPreview(
        definition.id(),
        definition.version(),
        parameters.values(),
        unfinished.map(other -> behindAnother(definition)).orElse(Admission.START),
        unfinished,
        definition.steps().stream().map(StepPreview::of).toList());
  }

  private static Admission behindAnother(PipelineDefinition definition) {
    return switch (definition.concurrency()) {
      case QUEUE -> Admission.QUEUE;
      case REJECT -> Admission.REJECT;
      case REPLACE -> Admission.REPLACE;
    };
  }
}
