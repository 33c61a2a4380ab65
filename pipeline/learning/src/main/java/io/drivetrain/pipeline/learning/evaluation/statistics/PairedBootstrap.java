package io.drivetrain.pipeline.learning.evaluation.statistics;

import java.util.Arrays;

/**
 * By how much one model's absolute errors are greater than another's on the same rows.
 *
 * @param meanDifference of the errors, challenger less champion; below 0 the challenger is better
 * @param upperBound that the mean difference stays under, with the confidence asked for
 */
public record PairedBootstrap(double meanDifference, double upperBound) {

  /** Draws rows with replacement, always the same ones for the same seed. */
  public static PairedBootstrap of(
      double[] challengerErrors,
      double[] championErrors,
      int resamples,
      double confidence,
      long seed) {
    double[] differences = new double[challengerErrors.length];
    Arrays.setAll(differences, i -> challengerErrors[i] - championErrors[i]);
    return new PairedBootstrap(
        Arrays.stream(differences).average().orElseThrow(),
        ResampledMeans.of(differences, resamples, seed).upperBound(confidence));
  }
}
