package io.drivetrain.pipeline.api.step;

import java.util.Objects;

/**
 * The name of a kind of step for people.
 *
 * @param en in English: {@code Train the model}
 * @param fr in French
 */
public record StepLabel(String en, String fr) {
  public StepLabel {
    Objects.requireNonNull(en);
    Objects.requireNonNull(fr);
  }

  /** The same in every language. */
  public static StepLabel of(String name) {
    return new StepLabel(name, name);
  }
}
