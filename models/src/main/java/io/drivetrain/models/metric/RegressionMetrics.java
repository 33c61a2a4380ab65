package io.drivetrain.models.metric;

import io.drivetrain.models.prediction.Interval;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The metrics of predicted values. */
final class RegressionMetrics {

  /** Metrics of all rows, and the same of the rows in the training range. */
  private static final Map<Metric, Metric> IN_RANGE =
      Map.of(
          Metric.R2, Metric.IN_RANGE_R2,
          Metric.MAE, Metric.IN_RANGE_MAE,
          Metric.RMSE_SD, Metric.IN_RANGE_RMSE_SD,
          Metric.MAE_SD, Metric.IN_RANGE_MAE_SD);

  private RegressionMetrics() {}

  static Map<Metric, Double> of(
      double[] actual, double[] predicted, List<Interval> intervals, TrainingRange range) {
    Map<Metric, Double> metrics = of(actual, predicted, intervals);
    int[] inside = IntStream.range(0, actual.length).filter(i -> range.holds(actual[i])).toArray();
    metrics.put(Metric.IN_RANGE_ROWS, inside.length / (double) actual.length);
    if (inside.length > 0) {
      Map<Metric, Double> there =
          of(
              Arrays.stream(inside).mapToDouble(i -> actual[i]).toArray(),
              Arrays.stream(inside).mapToDouble(i -> predicted[i]).toArray(),
              Arrays.stream(inside).mapToObj(intervals::get).toList());
      IN_RANGE.forEach((metric, alone) -> metrics.put(alone, there.get(metric)));
    }
    return metrics;
  }

  private static Map<Metric, Double> of(
      double[] actual, double[] predicted, List<Interval> intervals) {
    int rows = actual.length;
    double mean = Arrays.stream(actual).average().orElseThrow();
    double[] errors = new double[rows];
    double variance = 0;
    double squares = 0;
    double sum = 0;
    double relative = 0;
    int inside = 0;
    double width = 0;
    for (int i = 0; i < rows; i++) {
      errors[i] = Math.abs(actual[i] - predicted[i]);
      variance += (actual[i] - mean) * (actual[i] - mean);
      squares += errors[i] * errors[i];
      sum += errors[i];
      relative += errors[i] / Math.abs(actual[i]);
      Interval interval = intervals.get(i);
      inside += interval.low() <= actual[i] && actual[i] <= interval.high() ? 1 : 0;
      width += (interval.high() - interval.low()) / Math.abs(predicted[i]);
    }
    Arrays.sort(errors);
    double sd = Math.sqrt(variance / rows);
    double rmse = Math.sqrt(squares / rows);
    double mae = sum / rows;
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    metrics.put(Metric.R2, 1 - squares / variance);
    metrics.put(Metric.RMSE, rmse);
    metrics.put(Metric.MAE, mae);
    metrics.put(Metric.MAPE, relative / rows);
    metrics.put(Metric.MEDIAN_ERROR, Quantile.of(errors, 0.5));
    metrics.put(Metric.RMSE_SD, rmse / sd);
    metrics.put(Metric.MAE_SD, mae / sd);
    metrics.put(Metric.COVERAGE, inside / (double) rows);
    metrics.put(Metric.WIDTH, width / rows);
    return metrics;
  }
}
