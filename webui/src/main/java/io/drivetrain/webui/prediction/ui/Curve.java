package io.drivetrain.webui.prediction.ui;

import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.RowReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Predictions of one row with one number varied over what training has seen of it.
 *
 * @param points in ascending order, at least two
 */
record Curve(List<Point> points) {
  private static final int STEPS = 40;

  Curve {
    points = List.copyOf(points);
  }

  /**
   * @param at the varied number
   * @param value predicted, with its interval
   */
  record Point(double at, double value, double low, double high) {}

  static Curve of(Answered answered, NumericFeature feature) {
    Map<String, Object> row = new HashMap<>(answered.schema().values(answered.reading().row()));
    double here = ((Number) row.get(feature.name())).doubleValue();
    List<Point> points = new ArrayList<>();
    for (double at : numbers(feature, here)) {
      row.put(feature.name(), at);
      points.add(point(answered, at, answered.schema().read(row)));
    }
    return new Curve(points);
  }

  /** Round ones between the ends of what was seen, and the one that the row has. */
  private static SortedSet<Double> numbers(NumericFeature feature, double here) {
    double round = NumberInput.step(feature);
    double length = feature.seenMax() - feature.seenMin();
    SortedSet<Double> numbers = new TreeSet<>(List.of(feature.seenMin(), feature.seenMax(), here));
    for (int step = 1; step < STEPS; step++) {
      double at = Math.rint((feature.seenMin() + length * step / STEPS) / round) * round;
      if (at > feature.seenMin() && at < feature.seenMax()) {
        numbers.add(at);
      }
    }
    return numbers;
  }

  private static Point point(Answered answered, double at, RowReading reading) {
    Prediction.Value prediction = answered.model().bundle().predict(reading).asValue();
    return new Point(
        at, prediction.value(), prediction.interval().low(), prediction.interval().high());
  }
}
