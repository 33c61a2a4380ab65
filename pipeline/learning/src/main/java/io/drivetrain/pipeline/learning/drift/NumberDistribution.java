package io.drivetrain.pipeline.learning.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers, or days. Up to 1,000 different ones are kept as they are; of more, the middles of 1,000
 * equally large groups, which moves no quantile by more than a thousandth.
 *
 * @param days whether the points are days, counted from 1970-01-01
 * @param missing cells without a value
 * @param points ascending, without repeats
 * @param counts how many values each point stands for
 */
public record NumberDistribution(boolean days, long missing, List<Double> points, List<Long> counts)
    implements Distribution {
  private static final int MOST_POINTS = 1000;

  public NumberDistribution {
    points = List.copyOf(points);
    counts = List.copyOf(counts);
    if (points.size() != counts.size() || !isAscending(points)) {
      throw new IllegalArgumentException("each point needs a count, and the points an order");
    }
    if (missing < 0 || counts.stream().anyMatch(count -> count <= 0)) {
      throw new IllegalArgumentException("counts must be above 0");
    }
  }

  static NumberDistribution of(boolean days, double[] values, long missing) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    NumberDistribution exact = grouped(days, sorted, sorted.length, missing);
    return exact.points.size() <= MOST_POINTS ? exact : grouped(days, sorted, MOST_POINTS, missing);
  }

  /** Cuts sorted values into groups of nearly equal size; neighbours of one middle are one. */
  private static NumberDistribution grouped(
      boolean days, double[] sorted, int groups, long missing) {
    List<Double> points = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      int from = start(sorted.length, groups, i);
      int to = start(sorted.length, groups, i + 1);
      double middle = sorted[(from + to - 1) / 2];
      if (!points.isEmpty() && points.getLast() == middle) {
        counts.set(counts.size() - 1, counts.getLast() + to - from);
      } else {
        points.add(middle);
        counts.add((long) to - from);
      }
    }
    return new NumberDistribution(days, missing, points, counts);
  }

  private static int start(int size, int groups, int group) {
    return (int) ((long) size * group / groups);
  }

  @Override
  public long count() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The smallest point that at least this share of the values does not exceed. */
  double quantile(double share) {
    double wanted = share * count();
    long seen = 0;
    for (int i = 0; i < points.size(); i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return points.get(i);
      }
    }
    return points.getLast();
  }

  /**
   * How many values lie in each bin: up to the first edge, from there to the second, and so on; an
   * edge belongs to the bin below it.
   *
   * @param edges ascending
   */
  long[] binned(List<Double> edges) {
    long[] bins = new long[edges.size() + 1];
    int bin = 0;
    for (int i = 0; i < points.size(); i++) {
      while (bin < edges.size() && points.get(i) > edges.get(bin)) {
        bin++;
      }
      bins[bin] += counts.get(i);
    }
    return bins;
  }

  /** The values in order, evenly thinned to a number of them when there are more. */
  double[] values(int most) {
    long count = count();
    int kept = (int) Math.min(count, most);
    double[] values = new double[kept];
    int point = 0;
    long upTo = counts.isEmpty() ? 0 : counts.getFirst();
    for (int i = 0; i < kept; i++) {
      long rank = (long) ((i + 0.5) / kept * count);
      while (rank >= upTo) {
        upTo += counts.get(++point);
      }
      values[i] = points.get(point);
    }
    return values;
  }

  private static boolean isAscending(List<Double> points) {
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i) > points.get(i - 1))) {
        return false;
      }
    }
    return points.stream().allMatch(Double::isFinite);
  }
}
