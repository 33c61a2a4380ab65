package io.drivetrain.pipeline.engine.definition;

import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import java.util.Optional;
import java.util.Set;

/** A value of {@code steps[].kind}, and what it requires of the definition. */
public interface StepKind {
  /** The name in definitions: {@code train}. Unique. */
  String kind();

  /** Its name for people; whatever shows a step of this kind shows this. */
  default StepLabel label() {
    return StepLabel.of(kind());
  }

  /** What its steps produce, and what of it is shown without knowing the kind. */
  default StepOutput<?> output() {
    return StepOutput.NONE;
  }

  /** The sections that this kind reads. A definition that uses the kind must have all of them. */
  default Set<DefinitionSection<?>> sections() {
    return Set.of();
  }

  /** The sections that this kind reads where a definition has them. */
  default Set<DefinitionSection<?>> optionalSections() {
    return Set.of();
  }

  /**
   * Whether this kind reads a parameter; a step sees no other. A resume runs a step again whose
   * parameters have changed, so a kind should declare the few that it reads.
   */
  default boolean reads(String parameter) {
    return true;
  }

  /**
   * Why what a step of this kind brought in an earlier run is not true any more; asked before a
   * resume uses it again, when nothing has changed that the engine knows of. For kinds that look at
   * something outside of the run.
   *
   * @param before what the step has produced, and nothing else
   * @return a clause for people: "version 3 has been removed"; empty while it holds
   */
  default Optional<String> outdated(PipelineDefinition definition, StepOutputs before) {
    return Optional.empty();
  }

  /**
   * Checks across sections, when a definition is read: a feature that a rule names must exist.
   *
   * @throws DefinitionException when the definition is refused; its message says what to change
   */
  default void check(PipelineDefinition definition) {}
}
