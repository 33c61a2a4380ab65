package io.drivetrain.webui.comparison;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Heights of runs over a plane, with a guess between them: the mean of all runs, each weighted by
 * the inverse fourth power of its distance, on axes of equal length. A guess lies between the
 * lowest and the highest run.
 */
public record Surface(Extent x, Extent y, List<Point> points) {
  /** Cells of each side. */
  public static final int CELLS = 48;

  private static final double MARGIN = 0.05;

  public Surface {
    points = List.copyOf(points);
  }

  /**
   * What an axis covers: the runs, and a margin.
   *
   * @param log it is an axis of magnitudes
   */
  public record Extent(Field field, boolean log, double least, double most) {
    private static Extent of(
        Field field, List<ComparedRun> runs, List<Point> points, ToDoubleFunction<Point> place) {
      boolean log = Axis.of(field, runs).isWide(runs);
      double least = points.stream().mapToDouble(place).map(to(log)).min().orElse(0);
      double most = points.stream().mapToDouble(place).map(to(log)).max().orElse(1);
      double margin = most > least ? (most - least) * MARGIN : 1;
      return new Extent(
          field,
          log,
          from(log).applyAsDouble(least - margin),
          from(log).applyAsDouble(most + margin));
    }

    private static DoubleUnaryOperator to(boolean log) {
      return log ? Math::log10 : DoubleUnaryOperator.identity();
    }

    private static DoubleUnaryOperator from(boolean log) {
      return log ? value -> Math.pow(10, value) : DoubleUnaryOperator.identity();
    }

    /** 0 at the one end, 1 at the other. */
    private double share(double value) {
      double low = to(log).applyAsDouble(least);
      return (to(log).applyAsDouble(value) - low) / (to(log).applyAsDouble(most) - low);
    }
  }

  public record Point(ComparedRun run, double x, double y, double z) {}

  /**
   * @param runs at least one; each has a number of every field
   */
  public static Surface through(List<ComparedRun> runs, Field x, Field y, Field z) {
    List<Point> points =
        runs.stream()
            .map(run ->
                new Point(
                    run,
                    x.numberOf(run).orElseThrow(),
                    y.numberOf(run).orElseThrow(),
                    z.numberOf(run).orElseThrow()))
            .toList();
    return new Surface(
        Extent.of(x, runs, points, Point::x), Extent.of(y, runs, points, Point::y), points);
  }

  public double lowest() {
    return points.stream().mapToDouble(Point::z).min().orElseThrow();
  }

  public double highest() {
    return points.stream().mapToDouble(Point::z).max().orElseThrow();
  }

  /** The guess in the middle of a cell, both numbers from 0. */
  public double at(int column, int row) {
    double across = (column + 0.5) / CELLS;
    double up = (row + 0.5) / CELLS;
    double sum = 0;
    double weights = 0;
    for (Point point : points) {
      double dx = x.share(point.x()) - across;
      double dy = y.share(point.y()) - up;
      double squared = dx * dx + dy * dy + 1e-9; // a run in the very middle is nearly all of it
      double weight = 1 / (squared * squared);
      sum += weight * point.z();
      weights += weight;
    }
    return sum / weights;
  }
}
