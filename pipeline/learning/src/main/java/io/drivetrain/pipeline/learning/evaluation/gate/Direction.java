package io.drivetrain.pipeline.learning.evaluation.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a prediction moves while a feature grows. */
public enum Direction {
  RISING,
  FALLING;

  /** Whether a prediction may go from one value to the next, or against it within a tolerance. */
  boolean allows(double before, double after, double tolerance) {
    double against = this == RISING ? before - after : after - before;
    return against <= tolerance * Math.abs(before);
  }

  @JsonValue
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
