package io.drivetrain.models.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * How often predicted classes are right, by the probability that the model gives them: ten bins of
 * equal width.
 *
 * @param bins those that have rows, ascending
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Rows whose predicted class has a probability in one tenth of 0 to 1.
   *
   * @param probability mean of the predicted class
   * @param right share of the rows whose class is predicted
   */
  public record Bin(long rows, double probability, double right) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * @param actual places of the true classes
   * @param probabilities {@code [row][class]}
   */
  public static Reliability of(int[] actual, double[][] probabilities) {
    long[] rows = new long[BINS];
    long[] right = new long[BINS];
    double[] sums = new double[BINS];
    for (int row = 0; row < actual.length; row++) {
      int best = ClassificationMetrics.best(probabilities[row]);
      double probability = probabilities[row][best];
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      rows[bin]++;
      sums[bin] += probability;
      right[bin] += best == actual[row] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        bins.add(new Bin(rows[bin], sums[bin] / rows[bin], right[bin] / (double) rows[bin]));
      }
    }
    return new Reliability(bins);
  }

  /** The expected calibration error: the distances of the bins, weighted by their rows. */
  public double error() {
    double sum = 0;
    long rows = 0;
    for (Bin bin : bins) {
      sum += bin.rows() * Math.abs(bin.right() - bin.probability());
      rows += bin.rows();
    }
    return sum / rows;
  }
}
