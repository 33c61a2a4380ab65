package io.drivetrain.models.prediction;

import io.drivetrain.models.schema.FieldIssue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model predicts for one row. */
public sealed interface Prediction {

  /** What a person should know about the inputs of this row. */
  List<FieldIssue> warnings();

  /** The numbers that it consists of: the value, or the probabilities in the order of the model. */
  default double[] numbers() {
    return switch (this) {
      case Value value -> new double[] {value.value()};
      case Classes classes ->
          classes.probabilities().values().stream().mapToDouble(Double::doubleValue).toArray();
    };
  }

  /**
   * This prediction, for a caller that knows regressions only.
   *
   * @throws IllegalStateException when it is one of classes
   */
  default Value asValue() {
    return switch (this) {
      case Value value -> value;
      case Classes _ -> throw new IllegalStateException("the model predicts a class, not a value");
    };
  }

  /**
   * Of a regression.
   *
   * @param value in {@code unit}
   * @param unit of the value and the interval, such as {@code MAD}; empty when there is none
   */
  record Value(double value, String unit, Interval interval, List<FieldIssue> warnings)
      implements Prediction {

    public Value {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Of a classification.
   *
   * @param label the class with the greatest probability; the first of them when several have it
   * @param probabilities of all classes, in the order of the model; 0 to 1, together 1 but for
   *     rounding
   */
  record Classes(String label, Map<String, Double> probabilities, List<FieldIssue> warnings)
      implements Prediction {

    public Classes {
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
      warnings = List.copyOf(warnings);
    }
  }
}
