package io.drivetrain.pipeline.learning.evaluation.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who asks often enough hears a no by chance: raises probabilities by how often was asked, after
 * Holm (1979), "A simple sequentially rejective multiple test procedure".
 */
public final class Holm {
  private Holm() {}

  /** The adjusted probabilities, in the order of the given ones. */
  public static double[] adjust(double[] probabilities) {
    int[] ascending =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[probabilities.length];
    double greatest = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      int left = probabilities.length - rank;
      greatest = Math.max(greatest, Math.min(1, left * probabilities[ascending[rank]]));
      adjusted[ascending[rank]] = greatest;
    }
    return adjusted;
  }
}
