package io.drivetrain.pipeline.learning.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Many tests at once: Benjamini and Hochberg, 1995. */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The p-values, raised so that of those below a bound at most that share are false alarms.
   *
   * @return in the order of the p-values
   */
  public static double[] adjusted(double[] pValues) {
    List<Integer> falling =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
            .toList();
    double[] adjusted = new double[pValues.length];
    double least = 1;
    for (int i = 0; i < falling.size(); i++) {
      int rank = falling.size() - i;
      least = Math.min(least, pValues[falling.get(i)] * falling.size() / rank);
      adjusted[falling.get(i)] = least;
    }
    return adjusted;
  }
}
