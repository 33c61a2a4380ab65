package io.drivetrain.pipeline.learning.training;

import java.util.Objects;

/**
 * How prediction intervals are made: from the errors that models make on parts of the training data
 * which they have not seen. The hold-out only measures them.
 *
 * @param coverage share of true values that an interval is to hold; absent: 0.9
 * @param folds parts of the training data, at least 2; each costs one more fit; absent: 5
 * @param trees of the model that expects the error of a row, where it has trees; absent: 150
 */
public record IntervalSpec(Double coverage, Integer folds, Integer trees) {

  public IntervalSpec {
    coverage = Objects.requireNonNullElse(coverage, 0.9);
    folds = Objects.requireNonNullElse(folds, 5);
    trees = Objects.requireNonNullElse(trees, 150);
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("interval.coverage must be between 0 and 1");
    }
    if (folds < 2) {
      throw new IllegalArgumentException("interval.folds must be at least 2");
    }
    if (trees < 1) {
      throw new IllegalArgumentException("interval.trees must be at least 1");
    }
  }
}
