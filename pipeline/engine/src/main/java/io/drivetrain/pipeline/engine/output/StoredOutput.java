package io.drivetrain.pipeline.engine.output;

import io.drivetrain.pipeline.api.step.StepDocument;
import java.util.Objects;

/**
 * The output of one step as the database keeps it.
 *
 * @param declared by the kind of the step
 * @param document the JSON; empty when the step has produced nothing
 */
public record StoredOutput(String step, StepOutput<?> declared, StepDocument document) {
  public StoredOutput {
    Objects.requireNonNull(step);
    Objects.requireNonNull(declared);
    Objects.requireNonNull(document);
  }

  boolean isEmpty() {
    return document.isEmpty();
  }

  /**
   * @throws IllegalStateException when it is not what the kind declares
   */
  Record read() {
    try {
      return OutputJson.read(document, declared.type());
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "The output of step %s cannot be read as %s."
              .formatted(step, declared.type().getSimpleName()),
          unreadable);
    }
  }
}
