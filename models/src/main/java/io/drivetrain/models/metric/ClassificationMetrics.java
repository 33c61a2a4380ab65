package io.drivetrain.models.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** The metrics of predicted classes. */
final class ClassificationMetrics {

  /** A probability of 0 for the true class costs as much as this one, and not infinitely much. */
  private static final double LEAST_PROBABILITY = 1e-15;

  private ClassificationMetrics() {}

  static Map<Metric, Double> of(int[] actual, double[][] probabilities) {
    int classes = probabilities[0].length;
    int[] right = new int[classes];
    int[] actually = new int[classes];
    int[] predicted = new int[classes];
    double loss = 0;
    for (int row = 0; row < actual.length; row++) {
      int best = best(probabilities[row]);
      actually[actual[row]]++;
      predicted[best]++;
      right[best] += best == actual[row] ? 1 : 0;
      loss += loss(probabilities[row][actual[row]]);
    }
    double f1 = 0;
    int hits = 0;
    for (int i = 0; i < classes; i++) {
      hits += right[i];
      // 2 * right / (actual + predicted) is the harmonic mean of precision and recall; a class
      // that is neither actual nor predicted counts as 0, as scikit-learn counts it.
      f1 += right[i] == 0 ? 0 : 2.0 * right[i] / (actually[i] + predicted[i]);
    }
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    metrics.put(Metric.ACCURACY, hits / (double) actual.length);
    metrics.put(Metric.MACRO_F1, f1 / classes);
    metrics.put(Metric.LOG_LOSS, loss / actual.length);
    metrics.put(Metric.CALIBRATION_ERROR, Reliability.of(actual, probabilities).error());
    if (classes == 2) {
      metrics.put(Metric.ROC_AUC, rocAuc(actual, probabilities));
    }
    return metrics;
  }

  /** By ranks: rows of equal probability count half. Not a number when a class has no row. */
  private static double rocAuc(int[] actual, double[][] probabilities) {
    Integer[] order = new Integer[actual.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(row -> probabilities[row][1]));
    double ranks = 0;
    long positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && probabilities[order[to]][1] == probabilities[order[from]][1]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (actual[order[i]] == 1) {
          positives++;
          ranks += (from + 1 + to) / 2.0;
        }
      }
      from = to;
    }
    long negatives = actual.length - positives;
    return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /**
   * What a row costs.
   *
   * @param probability of its true class
   */
  static double loss(double probability) {
    return -StrictMath.log(Math.max(probability, LEAST_PROBABILITY));
  }

  /** The class with the greatest probability; the first of them when several have it. */
  static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }
}
