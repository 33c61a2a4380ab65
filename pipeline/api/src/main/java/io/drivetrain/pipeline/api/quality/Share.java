package io.drivetrain.pipeline.api.quality;

/**
 * A share that was held against a bound, each 0 to 1.
 *
 * @param atLeast whether the bound is the least that is accepted, or else the most
 */
public record Share(double observed, double bound, boolean atLeast) {

  public static Share atLeast(double bound, double observed) {
    return new Share(observed, bound, true);
  }

  public static Share atMost(double bound, double observed) {
    return new Share(observed, bound, false);
  }

  /** A part of all; of nothing it is none. */
  public static double of(long part, long all) {
    return all == 0 ? 0 : part / (double) all;
  }
}
