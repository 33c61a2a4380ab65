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
}
