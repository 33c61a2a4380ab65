package io.drivetrain.pipeline.learning.statistics;

import java.util.Arrays;

/**
 * By how much one model's absolute errors are greater than another's on the same rows.
 *
 * @param meanDifference of the errors, challenger less champion; below 0 the challenger is better
 * @param lowerBound that the mean difference stays above, with the confidence asked for
 * @param upperBound that it stays under, with the same
 */
public record PairedBootstrap(double meanDifference, double lowerBound, double upperBound) {

  /** Draws rows with replacement, always the same ones for the same seed. */
  public static PairedBootstrap of(
      double[] challengerErrors,
      double[] championErrors,
      int resamples,
      double confidence,
      long seed) {
    double[] differences = new double[challengerErrors.length];
    Arrays.setAll(differences, i -> challengerErrors[i] - championErrors[i]);
    ResampledMeans means = ResampledMeans.of(differences, resamples, seed);
    return new PairedBootstrap(
        Arrays.stream(differences).average().orElseThrow(),
        means.lowerBound(confidence),
        means.upperBound(confidence));
  }
}
