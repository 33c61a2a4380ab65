package io.drivetrain.pipeline.learning.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What the mean of some numbers could as well have been: a bootstrap. */
public final class ResampledMeans {
  private static final int MOST_DRAWN = 20_000;

  private final double[] sorted;

  private ResampledMeans(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Draws from the values with replacement, always the same ones for the same seed. The mean of
   * many values is distributed normally, so it is then drawn at once.
   */
  public static ResampledMeans of(double[] values, int resamples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (values.length > MOST_DRAWN) {
      return normal(values, resamples, random);
    }
    double[] means = new double[resamples];
    for (int sample = 0; sample < resamples; sample++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[sample] = sum / values.length;
    }
    Arrays.sort(means);
    return new ResampledMeans(means);
  }

  private static ResampledMeans normal(double[] values, int resamples, SplittableRandom random) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum();
    double error = Math.sqrt(squares) / values.length;
    double[] means = new double[resamples];
    Arrays.setAll(means, _ -> mean + error * random.nextGaussian());
    Arrays.sort(means);
    return new ResampledMeans(means);
  }

  /** The mean stays under it with this confidence. */
  double upperBound(double confidence) {
    int place = (int) Math.ceil(sorted.length * confidence) - 1;
    return sorted[Math.min(sorted.length - 1, place)];
  }

  /** The mean stays above it with this confidence. */
  public double lowerBound(double confidence) {
    int place = sorted.length - (int) Math.ceil(sorted.length * confidence);
    return sorted[Math.max(0, place)];
  }

  /** How likely it is to see such values when their mean is 0 or less; never quite 0. */
  public double chanceOfNoneAbove0() {
    long notAbove = Arrays.stream(sorted).filter(mean -> mean <= 0).count();
    return (notAbove + 1.0) / (sorted.length + 1.0);
  }
}
