package io.drivetrain.models.metric;

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
      loss -= StrictMath.log(Math.max(probabilities[row][actual[row]], LEAST_PROBABILITY));
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
    return metrics;
  }

  /** The class with the greatest probability; the first of them when several have it. */
  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }
}
