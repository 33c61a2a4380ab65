package io.drivetrain.webui.comparison;

import java.util.Arrays;

/** How numbers spread: the least, the quarters between, the greatest. */
public record Quartiles(
    int count, double least, double lower, double median, double upper, double greatest) {

  /**
   * Quantiles between two numbers are interpolated.
   *
   * @param values at least one
   */
  public static Quartiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(
        sorted.length,
        sorted[0],
        at(sorted, 0.25),
        at(sorted, 0.5),
        at(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
