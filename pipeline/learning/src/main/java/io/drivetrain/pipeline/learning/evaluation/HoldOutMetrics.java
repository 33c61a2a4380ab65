package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.pipeline.learning.feature.Quantile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good predictions are on rows that no training saw. Amounts are in the target's unit; those
 * with {@code _sd} are divided by the standard deviation of the actual values.
 *
 * @param r2 share of the variance that is explained; 1 is perfect, 0 no better than the mean
 * @param rmse root of the mean squared error
 * @param mae mean absolute error
 * @param mape mean absolute error as a share of the actual value; infinite when one is 0
 * @param medianError median absolute error
 * @param coverage share of actual values inside their interval
 * @param widthShare mean width of the intervals as a share of the predicted value
 */
public record HoldOutMetrics(
    double r2,
    double rmse,
    double mae,
    double mape,
    double medianError,
    double rmseSd,
    double maeSd,
    double coverage,
    double widthShare) {
  /** The names of the metrics in the registry. */
  public static final Set<String> NAMES =
      Set.of(
          "test_r2",
          "test_rmse",
          "test_mae",
          "test_mape",
          "test_median_absolute_error",
          "test_rmse_sd",
          "test_mae_sd",
          "interval_coverage",
          "interval_width_share");

  /** Measures predictions of one row or more. */
  public static HoldOutMetrics of(double[] actual, double[] predicted, List<Interval> intervals) {
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
    return new HoldOutMetrics(
        1 - squares / variance,
        rmse,
        mae,
        relative / rows,
        Quantile.of(errors, 0.5),
        rmse / sd,
        mae / sd,
        inside / (double) rows,
        width / rows);
  }

  /** By their names in the registry; numbers that are not finite are left out. */
  public Map<String, Double> byName() {
    Map<String, Double> names = new LinkedHashMap<>();
    names.put("test_r2", r2);
    names.put("test_rmse", rmse);
    names.put("test_mae", mae);
    names.put("test_mape", mape);
    names.put("test_median_absolute_error", medianError);
    names.put("test_rmse_sd", rmseSd);
    names.put("test_mae_sd", maeSd);
    names.put("interval_coverage", coverage);
    names.put("interval_width_share", widthShare);
    names.values().removeIf(value -> !Double.isFinite(value));
    return names;
  }
}
