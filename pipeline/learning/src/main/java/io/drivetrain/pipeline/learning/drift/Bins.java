package io.drivetrain.pipeline.learning.drift;

import io.drivetrain.pipeline.learning.statistics.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * The same bins, filled with earlier and with new values.
 *
 * @param earlier how many lie in each
 * @param now how many lie in each
 */
record Bins(long[] earlier, long[] now) {
  private static final int QUANTILES = 10;
  private static final int MOST_LEVELS = 50;
  private static final int LEAST_EXPECTED = 5;
  private static final double NULL_QUANTILE = 0.99;

  /** Ten bins that hold equal parts of the earlier values, fewer when values repeat. */
  static Bins ofNumbers(NumberDistribution earlier, NumberDistribution now) {
    TreeSet<Double> edges = new TreeSet<>();
    for (int i = 1; i < QUANTILES; i++) {
      edges.add(earlier.quantile(i / (double) QUANTILES));
    }
    // Nothing of the earlier values lies above their greatest one.
    edges.remove(earlier.points().getLast());
    if (earlier.points().size() == 1) {
      double only = earlier.points().getFirst();
      edges.addAll(List.of(Math.nextDown(only), only));
    }
    List<Double> ordered = List.copyOf(edges);
    return new Bins(earlier.binned(ordered), now.binned(ordered)).withoutEmpty();
  }

  /**
   * A bin for each of the 50 most frequent earlier levels of which at least five values are to be
   * expected on either side, and one for all others, new ones too.
   */
  static Bins ofLevels(LevelDistribution earlier, LevelDistribution now) {
    double smaller = Math.min(earlier.count(), now.count());
    double least = LEAST_EXPECTED * earlier.count() / smaller;
    List<String> kept =
        earlier.levels().entrySet().stream()
            .filter(level -> level.getValue() >= least)
            .limit(MOST_LEVELS)
            .map(Map.Entry::getKey)
            .toList();
    long[] before = new long[kept.size() + 1];
    long[] after = new long[kept.size() + 1];
    before[kept.size()] = earlier.count();
    after[kept.size()] = now.count();
    for (int i = 0; i < kept.size(); i++) {
      before[i] = earlier.of(kept.get(i));
      after[i] = now.of(kept.get(i));
      before[kept.size()] -= before[i];
      after[kept.size()] -= after[i];
    }
    return new Bins(before, after).withoutEmpty();
  }

  /** The population stability index: 0 when the shares are the same. */
  double stabilityIndex() {
    double sum = 0;
    for (int i = 0; i < earlier.length; i++) {
      double before = share(earlier[i], total(earlier));
      double after = share(now[i], total(now));
      sum += (after - before) * Math.log(after / before);
    }
    return sum;
  }

  /** What the index exceeds once in a hundred times when nothing has changed. */
  double indexByChance() {
    if (earlier.length < 2) {
      return 0;
    }
    double chiSquare =
        new ChiSquaredDistribution(earlier.length - 1).inverseCumulativeProbability(NULL_QUANTILE);
    return (1.0 / total(earlier) + 1.0 / total(now)) * chiSquare;
  }

  /** Pearson's chi-square test of equal shares; certain when there is one bin. */
  TestResult chiSquare() {
    if (earlier.length < 2) {
      return new TestResult(0, 1);
    }
    return TestResult.chiSquare(earlier, now);
  }

  /** Half a value stands for none: the index of an empty bin would be infinite. */
  private static double share(long count, long total) {
    return Math.max(count, 0.5) / total;
  }

  private static long total(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private Bins withoutEmpty() {
    List<Long> before = new ArrayList<>();
    List<Long> after = new ArrayList<>();
    for (int i = 0; i < earlier.length; i++) {
      if (earlier[i] + now[i] > 0) {
        before.add(earlier[i]);
        after.add(now[i]);
      }
    }
    return new Bins(
        before.stream().mapToLong(Long::longValue).toArray(),
        after.stream().mapToLong(Long::longValue).toArray());
  }
}
