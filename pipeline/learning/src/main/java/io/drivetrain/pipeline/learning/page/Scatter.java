package io.drivetrain.pipeline.learning.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Two numbers of each row against each other, on equal axes with the line where they are equal. Of
 * many rows an even sample is drawn. Template: {@code scatter.html}.
 *
 * @param points drawn
 * @param rows there are
 * @param beyond rows outside the picture, which shows 99 of 100
 */
public record Scatter(
    String xLabel,
    String yLabel,
    List<Dot> points,
    String rows,
    String beyond,
    List<Axis.Tick> xTicks,
    List<Axis.Tick> yTicks) {
  private static final int MOST_POINTS = 800;
  private static final double LEFT = 64;
  private static final double RIGHT = 412;
  private static final double TOP = 22;
  private static final double BOTTOM = 292;

  /** A row in the picture. */
  public record Dot(String x, String y) {}

  /** One row. */
  public record Pair(double x, double y) {}

  /**
   * @param pairs one at least
   */
  public static Scatter of(String xLabel, String yLabel, List<Pair> pairs) {
    double[] values = pairs.stream().flatMapToDouble(Scatter::both).sorted().toArray();
    double low = values[(int) (values.length * 0.0025)];
    double high = values[(int) ((values.length - 1) * 0.9975)];
    double room = high > low ? (high - low) * 0.02 : Math.max(1, Math.abs(high) * 0.02);
    Axis x = new Axis(low - room, high + room, LEFT, RIGHT);
    Axis y = new Axis(low - room, high + room, BOTTOM, TOP);
    List<Pair> inside = pairs.stream().filter(pair -> shows(x, pair)).toList();
    return new Scatter(
        xLabel,
        yLabel,
        sample(inside).stream().map(pair -> new Dot(x.at(pair.x()), y.at(pair.y()))).toList(),
        Figures.count(pairs.size()),
        Figures.count(pairs.size() - inside.size()),
        x.ticks(4),
        y.ticks(5));
  }

  private static DoubleStream both(Pair pair) {
    return DoubleStream.of(pair.x(), pair.y());
  }

  private static boolean shows(Axis axis, Pair pair) {
    return Math.min(pair.x(), pair.y()) >= axis.low()
        && Math.max(pair.x(), pair.y()) <= axis.high();
  }

  /** Every n-th by size, so that the sparse ends are seen too. */
  private static List<Pair> sample(List<Pair> pairs) {
    if (pairs.size() <= MOST_POINTS) {
      return pairs;
    }
    List<Pair> sorted = pairs.stream().sorted(Comparator.comparingDouble(Pair::x)).toList();
    double step = (sorted.size() - 1) / (MOST_POINTS - 1.0);
    return IntStream.range(0, MOST_POINTS)
        .mapToObj(i -> sorted.get((int) Math.round(i * step)))
        .toList();
  }
}
