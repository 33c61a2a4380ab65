package io.drivetrain.registry.metric;

import java.util.Comparator;
import java.util.function.BinaryOperator;

/**
 * What is kept of the points of one metric.
 *
 * @param latest the greatest by step, timestamp and value
 * @param first the least by the same
 * @param min of the numbers, null where there is none but NaN
 */
record Series(Metric latest, Metric first, Double min, Double max) {
  private static final Comparator<Metric> BY_AGE =
      Comparator.comparingLong(Metric::step)
          .thenComparingLong(Metric::timestamp)
          .thenComparingDouble(
              point -> Double.isNaN(point.value()) ? Double.NEGATIVE_INFINITY : point.value());

  static Series of(Metric point) {
    Double number = Double.isNaN(point.value()) ? null : point.value();
    return new Series(point, point, number, number);
  }

  Series with(Series other) {
    return new Series(
        BinaryOperator.maxBy(BY_AGE).apply(latest, other.latest),
        BinaryOperator.minBy(BY_AGE).apply(first, other.first),
        ofBoth(min, other.min, Math::min),
        ofBoth(max, other.max, Math::max));
  }

  private static Double ofBoth(Double a, Double b, BinaryOperator<Double> choose) {
    if (a == null) {
      return b;
    }
    return b == null ? a : choose.apply(a, b);
  }
}
