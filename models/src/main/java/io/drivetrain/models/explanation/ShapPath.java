package io.drivetrain.models.explanation;

import io.drivetrain.models.prediction.FlatTrees;

/**
 * The splits from a root to a node, one step for each distinct feature, with the weights of all
 * subsets of these features by size. Every push has a pop; each level keeps its own copy, so that a
 * pop costs nothing.
 */
final class ShapPath {

  private final int columns;
  private final Step[] levels = new Step[FlatTrees.MAX_DEPTH + 1];
  private int depth;

  ShapPath(int columns) {
    this.columns = columns;
    levels[0] = new Step(1);
    levels[0].extend(-1, 1, 1);
  }

  /**
   * Goes down to a child.
   *
   * @param share of the parent's cover that the child has
   * @param taken whether the row itself goes there
   */
  void push(int feature, double share, boolean taken) {
    Step next = next();
    next.copy(levels[depth++]);
    int known = next.find(feature);
    double one = taken ? 1 : 0;
    double zero = share;
    if (known >= 0) {
      one *= next.ones[known];
      zero *= next.zeros[known];
      next.unwind(known);
    }
    next.extend(feature, zero, one);
  }

  void pop() {
    depth--;
  }

  /** Adds what each feature of the path contributes through a leaf of this value. */
  void addTo(double[] contributions, double leaf) {
    levels[depth].addTo(contributions, leaf);
  }

  private Step next() {
    Step next = levels[depth + 1];
    if (next == null) {
      next = new Step(Math.min(depth + 1, columns) + 1);
      levels[depth + 1] = next;
    }
    return next;
  }

  /** The path at one depth; the names follow the paper: z, o and w of m. */
  private static final class Step {
    private final int[] features;
    private final double[] zeros;
    private final double[] ones;
    private final double[] weights;
    private int last = -1;

    Step(int capacity) {
      // One more than the distinct features, because a known feature is unwound after the copy.
      features = new int[capacity + 1];
      zeros = new double[capacity + 1];
      ones = new double[capacity + 1];
      weights = new double[capacity + 1];
    }

    void copy(Step other) {
      last = other.last;
      System.arraycopy(other.features, 0, features, 0, last + 1);
      System.arraycopy(other.zeros, 0, zeros, 0, last + 1);
      System.arraycopy(other.ones, 0, ones, 0, last + 1);
      System.arraycopy(other.weights, 0, weights, 0, last + 1);
    }

    int find(int feature) {
      for (int i = 1; i <= last; i++) {
        if (features[i] == feature) {
          return i;
        }
      }
      return -1;
    }

    void extend(int feature, double zero, double one) {
      last++;
      features[last] = feature;
      zeros[last] = zero;
      ones[last] = one;
      weights[last] = last == 0 ? 1 : 0;
      for (int i = last - 1; i >= 0; i--) {
        weights[i + 1] += one * weights[i] * (i + 1) / (last + 1);
        weights[i] = zero * weights[i] * (last - i) / (last + 1);
      }
    }

    /** Takes a feature out, as if it had never been on the path. */
    void unwind(int at) {
      double zero = zeros[at];
      double next = weights[last];
      for (int i = last - 1; i >= 0; i--) {
        if (ones[at] == 0) {
          weights[i] = weights[i] * (last + 1) / (zero * (last - i));
        } else {
          double weight = weights[i];
          weights[i] = next * (last + 1) / (i + 1);
          next = weight - weights[i] * zero * (last - i) / (last + 1);
        }
      }
      for (int i = at; i < last; i++) {
        features[i] = features[i + 1];
        zeros[i] = zeros[i + 1];
        ones[i] = ones[i + 1];
      }
      last--;
    }

    void addTo(double[] contributions, double leaf) {
      // A feature that the row leaves the path at has weight w * -z, in which z cancels out: it is
      // the same for all such features.
      double left = -sumWithoutLeaver() * leaf;
      for (int i = 1; i <= last; i++) {
        contributions[features[i]] +=
            ones[i] == 0 ? left : sumWithout(zeros[i]) * (1 - zeros[i]) * leaf;
      }
    }

    /** The sum of the weights without a feature of one fraction 0, times its zero fraction. */
    private double sumWithoutLeaver() {
      double sum = 0;
      for (int i = last - 1; i >= 0; i--) {
        sum += weights[i] / (last - i);
      }
      return sum * (last + 1);
    }

    /** The sum of the weights without a feature of one fraction 1 and this zero fraction. */
    private double sumWithout(double zero) {
      double sum = 0;
      double next = weights[last];
      for (int i = last - 1; i >= 0; i--) {
        double weight = next * (last + 1) / (i + 1);
        sum += weight;
        next = weights[i] - weight * zero * (last - i) / (last + 1);
      }
      return sum;
    }
  }
}
