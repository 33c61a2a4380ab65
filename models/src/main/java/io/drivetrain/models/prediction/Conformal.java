package io.drivetrain.models.prediction;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Arrays;

/**
 * Normalised split conformal prediction: the interval is {@code value - q * error} to {@code value
 * + q * error}, where the error of a row is the one that a second model expects for it. If new rows
 * are like the calibration rows, at least the share {@code coverage} of them lies inside, whatever
 * the model is.
 *
 * @param quantile q, without unit
 * @param minError in the target's unit; a smaller expected error counts as this one, so that no
 *     interval is empty. Format 1 of the bundle calls it {@code minSpread}.
 * @param coverage asked for, between 0 and 1
 * @param measuredCoverage share of hold-out rows inside their interval
 * @param calibrationRows from which q was taken
 */
public record Conformal(
    double quantile,
    @JsonAlias("minSpread") double minError,
    double coverage,
    double measuredCoverage,
    int calibrationRows) {

  /** An expected error below this part of the median one counts as it. */
  private static final double LEAST_OF_MEDIAN = 0.1;

  public Conformal {
    if (!(quantile >= 0) || Double.isInfinite(quantile)) {
      throw new IllegalArgumentException("quantile " + quantile + " must be 0 or more");
    }
    if (!(minError > 0) || Double.isInfinite(minError)) {
      throw new IllegalArgumentException("minError " + minError + " must be above 0");
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
   * @param expected absolute errors as predicted, in the target's unit
   * @param actual true values, in the target's unit
   * @throws IllegalArgumentException when the rows are too few for the coverage: 90 % needs 9
   */
  public static Conformal calibrate(
      double[] values, double[] expected, double[] actual, double coverage) {
    int rows = values.length;
    int rank = (int) Math.ceil((rows + 1) * coverage);
    if (rows == 0 || rank > rows) {
      throw new IllegalArgumentException(
          rows + " calibration rows are too few for an interval with coverage " + coverage);
    }
    double minError = leastError(expected);
    double[] scores = new double[rows];
    for (int i = 0; i < rows; i++) {
      scores[i] = Math.abs(actual[i] - values[i]) / Math.max(expected[i], minError);
    }
    Arrays.sort(scores);
    return new Conformal(scores[rank - 1], minError, coverage, 0, rows)
        .measuredOn(values, expected, actual);
  }

  /** This one with the share of the given hold-out rows that lie inside their interval. */
  public Conformal measuredOn(double[] values, double[] expected, double[] actual) {
    int inside = 0;
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(actual[i] - values[i]) <= halfWidth(expected[i])) {
        inside++;
      }
    }
    double measured = inside / (double) values.length;
    return new Conformal(quantile, minError, coverage, measured, calibrationRows);
  }

  /**
   * The interval around a value; {@code expectedError} is the absolute error expected of the row.
   */
  public Interval around(double value, double expectedError) {
    double half = halfWidth(expectedError);
    return new Interval(value - half, value + half, coverage);
  }

  private double halfWidth(double expectedError) {
    return quantile * Math.max(expectedError, minError);
  }

  private static double leastError(double[] expected) {
    double[] sorted = expected.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length / 2] * LEAST_OF_MEDIAN;
    return least > 0 ? least : Double.MIN_NORMAL;
  }
}
