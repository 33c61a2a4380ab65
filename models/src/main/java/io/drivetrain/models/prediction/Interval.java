package io.drivetrain.models.prediction;

/**
 * A prediction interval in the target's unit.
 *
 * @param coverage share of true values that such intervals are made to hold, such as 0.9
 */
public record Interval(double low, double high, double coverage) {

  public Interval {
    if (!(low <= high) || !(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException(
          "no interval: " + low + " .. " + high + " with coverage " + coverage);
    }
  }

  /** For a target that cannot be negative, such as a price. */
  public Interval notBelowZero() {
    return low >= 0 ? this : new Interval(0, Math.max(0, high), coverage);
  }
}
