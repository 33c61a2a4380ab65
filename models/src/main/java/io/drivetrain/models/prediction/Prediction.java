package io.drivetrain.models.prediction;

import io.drivetrain.models.schema.FieldIssue;
import java.util.List;

/**
 * What a model says about one row.
 *
 * @param value in {@code unit}
 * @param unit of the value and the interval, such as {@code MAD}; empty when there is none
 * @param warnings what a person should know about the inputs of this row
 */
public record Prediction(double value, String unit, Interval interval, List<FieldIssue> warnings) {

  public Prediction {
    warnings = List.copyOf(warnings);
  }
}
