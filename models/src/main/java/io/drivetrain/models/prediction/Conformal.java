package io.drivetrain.models.prediction;

import java.util.Arrays;

/**
 * Normalised split conformal prediction: the interval is {@code value - q * spread} to {@code value
 * + q * spread}, where the spread of a row is the error that a second model expects for it. If new
 * rows are like the calibration rows, at least the share {@code coverage} of them lies inside,
 * whatever the model is.
 *
 * @param quantile q, without unit
 * @param minSpread in the target's unit; a smaller expected error counts as this one, so that no
 *     interval is empty
 * @param coverage asked for, between 0 and 1
 * @param measuredCoverage share of hold-out rows inside their interval
 * @param calibrationRows from which q was taken
 */
public record Conformal(
    double quantile,
    double minSpread,
    double coverage,
    double measuredCoverage,
    int calibrationRows) {

  /** Below this part of the median spread a spread is not believed. */
  private static final double LEAST_OF_MEDIAN = 0.1;

  public Conformal {
    if (!(quantile >= 0) || Double.isInfinite(quantile)) {
      throw new IllegalArgumentException("quantile " + quantile + " must be 0 or more");
    }
    if (!(minSpread > 0) || Double.isInfinite(minSpread)) {
      throw new IllegalArgumentException("minSpread " + minSpread + " must be above 0");
    }
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("coverage " + coverage + " must be between 0 and 1");
    }
    if (!(measuredCoverage >= 0 && measuredCoverage <= 1)) {
      throw new IllegalArgumentException(
          "measuredCoverage " + measuredCoverage + " must be from 0 to 1");
    }
    if (calibrationRows < 1) {
      throw new IllegalArgumentException("calibrationRows must be at least 1");
    }
  }

  /**
   * Takes the quantile from rows that neither model was trained on. The coverage measured is that
   * on these rows until {@link #measuredOn} replaces it.
   *
   * @param values predicted, in the target's unit
   * @param spreads predicted absolute errors, in the target's unit
   * @param actual true values, in the target's unit
   * @throws IllegalArgumentException when the rows are too few for the coverage: 90 % needs 9
   */
  public static Conformal calibrate(
      double[] values, double[] spreads, double[] actual, double coverage) {
    int rows = values.length;
    int rank = (int) Math.ceil((rows + 1) * coverage);
    if (rows == 0 || rank > rows) {
      throw new IllegalArgumentException(
          rows + " calibration rows are too few for an interval with coverage " + coverage);
    }
    double minSpread = leastSpread(spreads);
    double[] scores = new double[rows];
    for (int i = 0; i < rows; i++) {
      scores[i] = Math.abs(actual[i] - values[i]) / Math.max(spreads[i], minSpread);
    }
    Arrays.sort(scores);
    return new Conformal(scores[rank - 1], minSpread, coverage, 0, rows)
        .measuredOn(values, spreads, actual);
  }

  /** This one with the share of the given hold-out rows that lie inside their interval. */
  public Conformal measuredOn(double[] values, double[] spreads, double[] actual) {
    int inside = 0;
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(actual[i] - values[i]) <= halfWidth(spreads[i])) {
        inside++;
      }
    }
    double measured = inside / (double) values.length;
    return new Conformal(quantile, minSpread, coverage, measured, calibrationRows);
  }

  /** The interval around a value; the spread is the expected absolute error of the row. */
  public Interval around(double value, double spread) {
    double half = halfWidth(spread);
    return new Interval(value - half, value + half, coverage);
  }

  private double halfWidth(double spread) {
    return quantile * Math.max(spread, minSpread);
  }

  private static double leastSpread(double[] spreads) {
    double[] sorted = spreads.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length / 2] * LEAST_OF_MEDIAN;
    return least > 0 ? least : Double.MIN_NORMAL;
  }
}
