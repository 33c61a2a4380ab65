package io.drivetrain.models.metric;

import java.util.Arrays;

/**
 * The least and the greatest target that a model has learned from, in the target's unit.
 *
 * @param low at most {@code high}
 */
public record TrainingRange(double low, double high) {

  public TrainingRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no range: " + low + " to " + high);
    }
  }

  /** That of some targets, one or more. */
  public static TrainingRange of(double[] targets) {
    return new TrainingRange(
        Arrays.stream(targets).min().orElseThrow(), Arrays.stream(targets).max().orElseThrow());
  }

  public boolean holds(double target) {
    return low <= target && target <= high;
  }
}
