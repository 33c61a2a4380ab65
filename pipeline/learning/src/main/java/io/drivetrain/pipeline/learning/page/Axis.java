package io.drivetrain.pipeline.learning.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where values lie in a picture.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 * @param from place in the picture, in its own units
 * @param to may be less than {@code from}: values then grow upwards or to the left
 */
record Axis(double low, double high, double from, double to) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  Axis {
    if (!(high > low)) {
      throw new IllegalArgumentException("an axis needs two different ends");
    }
  }

  /** A value at an axis, and how it is written there. */
  public record Tick(String at, String label) {}

  double place(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** As an attribute of SVG. */
  String at(double value) {
    return attribute(place(value));
  }

  /** Round values, about as many as asked for. */
  List<Tick> ticks(int about) {
    double step = step((high - low) / about);
    List<Tick> ticks = new ArrayList<>();
    for (double value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) {
      double round = Math.abs(value) < step * 1e-9 ? 0 : value;
      ticks.add(new Tick(at(round), label(round, step)));
    }
    return ticks;
  }

  static String attribute(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static double step(double least) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * magnitude >= least) {
        return step * magnitude;
      }
    }
    return 10 * magnitude;
  }

  private static String label(double value, double step) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    boolean half = step * Math.pow(10, decimals) % 1 > 1e-6;
    return String.format(Locale.ROOT, "%,." + (half ? decimals + 1 : decimals) + "f", value);
  }
}
