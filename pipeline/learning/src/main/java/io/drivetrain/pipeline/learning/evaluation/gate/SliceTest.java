package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.pipeline.learning.statistics.ResampledMeans;

/**
 * One bound of a gate, asked of one slice.
 *
 * @param measured in the slice, as a share of 1
 * @param most that the gate allows
 * @param excess row by row, in the target's unit: of rows above the bound, or that are worse than
 *     the champion's, the mean is above 0
 */
record SliceTest(Bound bound, double measured, double most, double[] excess) {
  private static final long SEED = 21L;

  enum Bound {
    ERROR("the error is %.1f %% of the mean, above the maximum %.1f %%"),
    BIAS("predictions are off by %+.1f %% on average, above the maximum %.1f %%"),
    CHAMPION("the error is %+.1f %% compared with the champion, above the maximum %+.1f %%");

    private final String problem;

    Bound(String problem) {
      this.problem = problem;
    }

    /** A format of what was measured and what is allowed, both in per cent. */
    String problem() {
      return problem;
    }
  }

  boolean isExceeded() {
    return !(Math.abs(measured) <= most) && (bound != Bound.CHAMPION || measured > 0);
  }

  /** How likely such rows are when the mean excess is 0 or less. */
  double chance(int resamples) {
    return ResampledMeans.of(excess, resamples, SEED).chanceOfNoneAbove0();
  }
}
