package io.drivetrain.models.estimator;

/**
 * How the values of the trees become one score. The order of the additions is part of it: floating
 * point sums depend on it, and a flattened model gives the bits that its library gives.
 */
public sealed interface Combination {

  /** Gradient boosting: {@code base + scale * tree0 + scale * tree1 + ...}, from left to right. */
  record Sum(double base, double scale) implements Combination {
    public Sum {
      if (!Double.isFinite(base) || !Double.isFinite(scale)) {
        throw new IllegalArgumentException("base and scale must be numbers");
      }
    }
  }

  /** Random forest: {@code (0 + tree0 + tree1 + ...) / number of trees}. */
  record Mean() implements Combination {}
}
