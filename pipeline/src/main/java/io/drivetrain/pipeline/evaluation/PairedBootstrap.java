package io.drivetrain.pipeline.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * By how much one model's absolute errors are greater than another's on the same rows.
 *
 * @param meanDifference of the errors, challenger less champion; below 0 the challenger is better
 * @param upperBound that the mean difference stays under, with the confidence asked for
 */
record PairedBootstrap(double meanDifference, double upperBound) {

  /** Draws rows with replacement, always the same ones for the same seed. */
  static PairedBootstrap of(
      double[] challengerErrors,
      double[] championErrors,
      int resamples,
      double confidence,
      long seed) {
    int rows = challengerErrors.length;
    double[] differences = new double[rows];
    Arrays.setAll(differences, i -> challengerErrors[i] - championErrors[i]);
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int sample = 0; sample < resamples; sample++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += differences[random.nextInt(rows)];
      }
      means[sample] = sum / rows;
    }
    Arrays.sort(means);
    int place = Math.min(resamples - 1, (int) Math.ceil(resamples * confidence) - 1);
    return new PairedBootstrap(Arrays.stream(differences).average().orElseThrow(), means[place]);
  }
}
