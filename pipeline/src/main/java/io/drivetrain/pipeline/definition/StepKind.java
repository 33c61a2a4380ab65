package io.drivetrain.pipeline.definition;

import java.util.Set;

/** What a definition may ask for in {@code steps[].kind}, and what that asks of the definition. */
public interface StepKind {
  /** The name in definitions: {@code train}. Unique. */
  String kind();

  /** The sections that this kind reads. A definition that uses the kind must have all of them. */
  default Set<DefinitionSection<?>> sections() {
    return Set.of();
  }

  /** The sections that this kind reads where a definition has them. */
  default Set<DefinitionSection<?>> optionalSections() {
    return Set.of();
  }

  /**
   * Checks across sections, when a definition is read: a feature that a rule names must exist.
   *
   * @throws DefinitionException refuses the definition; its message says what to change
   */
  default void check(PipelineDefinition definition) {}
}
