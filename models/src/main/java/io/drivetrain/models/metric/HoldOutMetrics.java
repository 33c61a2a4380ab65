package io.drivetrain.models.metric;

import io.drivetrain.models.prediction.Interval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How good predictions are on rows that no training saw.
 *
 * @param values finite numbers only: a relative error where an actual value is 0 is left out
 */
public record HoldOutMetrics(Map<Metric, Double> values) {

  public HoldOutMetrics {
    Map<Metric, Double> finite = new EnumMap<>(Metric.class);
    finite.putAll(values);
    finite.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(finite);
  }

  /**
   * Measures predicted values of one row or more, in the target's unit: of all rows, and of those
   * alone whose actual value lies in the training range.
   */
  public static HoldOutMetrics of(
      double[] actual, double[] predicted, List<Interval> intervals, TrainingRange range) {
    return new HoldOutMetrics(RegressionMetrics.of(actual, predicted, intervals, range));
  }

  /**
   * Measures predicted classes of one row or more.
   *
   * @param actual places of the true classes
   * @param probabilities {@code [row][class]}
   */
  public static HoldOutMetrics of(int[] actual, double[][] probabilities) {
    return new HoldOutMetrics(ClassificationMetrics.of(actual, probabilities));
  }

  /**
   * The log loss of one row.
   *
   * @param probability of its true class
   */
  public static double logLoss(double probability) {
    return ClassificationMetrics.loss(probability);
  }

  /** Empty when it is not finite here, or of another task. */
  public OptionalDouble value(Metric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** By their names in the registry. */
  public Map<String, Double> byName() {
    Map<String, Double> names = new LinkedHashMap<>();
    values.forEach((metric, value) -> names.put(metric.key(), value));
    return names;
  }
}
