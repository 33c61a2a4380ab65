package io.drivetrain.models.metric;

/** The value that a share of sorted numbers lies below. */
public final class Quantile {
  private Quantile() {}

  /**
   * Linear between the two nearest, as pandas and R's type 7 do it.
   *
   * @param sorted one number or more, ascending
   * @param share 0 to 1
   */
  public static double of(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
