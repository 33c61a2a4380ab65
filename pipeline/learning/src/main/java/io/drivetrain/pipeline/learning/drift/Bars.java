package io.drivetrain.pipeline.learning.drift;

import io.drivetrain.pipeline.api.quality.ColumnDrift.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** The bars that show how a column was and is spread. */
final class Bars {
  private static final int INTERVALS = 16;
  private static final int LEVELS = 12;
  private static final int DIGITS = 4;

  private Bars() {}

  /**
   * Intervals of one width between the first and the last percentile of both; what lies outside is
   * in the first and the last one.
   */
  static List<Bar> of(NumberDistribution earlier, NumberDistribution now) {
    double low = Math.min(earlier.quantile(0.01), now.quantile(0.01));
    double high = Math.max(earlier.quantile(0.99), now.quantile(0.99));
    if (low == high) {
      return List.of(new Bar(label(earlier.days()).apply(low), 1, 1));
    }
    List<Double> edges =
        IntStream.range(1, INTERVALS).mapToObj(i -> low + (high - low) * i / INTERVALS).toList();
    long[] before = earlier.binned(edges);
    long[] after = now.binned(edges);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < INTERVALS; i++) {
      double from = i == 0 ? low : edges.get(i - 1);
      double to = i == INTERVALS - 1 ? high : edges.get(i);
      bars.add(
          new Bar(
              label(earlier.days()).apply(from) + " to " + label(earlier.days()).apply(to),
              before[i] / (double) earlier.count(),
              after[i] / (double) now.count()));
    }
    return bars;
  }

  /** The levels that are the most frequent ones in both together, and all others. */
  static List<Bar> of(LevelDistribution earlier, LevelDistribution now) {
    List<Bar> all = new ArrayList<>();
    earlier.levels().keySet().forEach(level -> all.add(bar(level, earlier, now)));
    now.levels().keySet().stream()
        .filter(level -> !earlier.levels().containsKey(level))
        .forEach(level -> all.add(bar(level, earlier, now)));
    all.sort(
        (one, other) -> Double.compare(other.earlier() + other.now(), one.earlier() + one.now()));
    if (all.size() <= LEVELS) {
      return all;
    }
    List<Bar> bars = new ArrayList<>(all.subList(0, LEVELS));
    bars.add(
        new Bar(
            "others",
            1 - bars.stream().mapToDouble(Bar::earlier).sum(),
            1 - bars.stream().mapToDouble(Bar::now).sum()));
    return bars;
  }

  private static Bar bar(String level, LevelDistribution earlier, LevelDistribution now) {
    return new Bar(
        level, earlier.of(level) / (double) earlier.count(), now.of(level) / (double) now.count());
  }

  private static DoubleFunction<String> label(boolean days) {
    return days
        ? value -> LocalDate.ofEpochDay(Math.round(value)).toString()
        : value ->
            new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
  }
}
