package io.drivetrain.models.estimator;

import java.util.Arrays;

/** An input as a whole number that the ranks of splits are compared with: {@link RankedTrees}. */
sealed interface Key {

  /** The key of a row. It goes left at a split whose rank is not below it. */
  int rank(double[] inputs);

  /** The rank of a split. */
  int rankOf(double value);

  /**
   * The place of an input among thresholds.
   *
   * @param thresholds distinct, ascending; -0.0 and 0.0 are two
   * @param missingLeft whether a missing input is below all thresholds, and not above them
   */
  record Ordered(int feature, double[] thresholds, boolean missingLeft) implements Key {

    /** How many thresholds are below the input. */
    @Override
    public int rank(double[] inputs) {
      double input = inputs[feature];
      if (Double.isNaN(input)) {
        return missingLeft ? -1 : thresholds.length;
      }
      int low = 0;
      int high = thresholds.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (thresholds[middle] < input) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public int rankOf(double threshold) {
      return Arrays.binarySearch(thresholds, threshold);
    }
  }

  /** Whether an input is in a set. */
  record InSet(int feature, CategorySet set) implements Key {

    @Override
    public int rank(double[] inputs) {
      return set.contains(inputs[feature]) ? 0 : 1;
    }

    @Override
    public int rankOf(double place) {
      return 0;
    }
  }
}
