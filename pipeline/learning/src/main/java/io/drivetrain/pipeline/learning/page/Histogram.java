package io.drivetrain.pipeline.learning.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often numbers lie where. Template: {@code histogram.html}.
 *
 * @param zero where 0 lies; empty when it is outside
 * @param beyond numbers that are counted in the first and the last bar, as they lie outside
 */
public record Histogram(
    String label,
    List<Bar> bars,
    String rows,
    String beyond,
    String zero,
    List<Axis.Tick> xTicks,
    List<Axis.Tick> yTicks) {
  private static final int BARS = 30;
  private static final double LEFT = 64;
  private static final double RIGHT = 412;
  private static final double TOP = 22;
  private static final double BOTTOM = 292;

  /** One bar; its text says what it counts. */
  public record Bar(String x, String y, String width, String height, String text) {}

  /**
   * @param label of the numbers, with their unit
   * @param low left end of the picture
   * @param high right end, above {@code low}
   */
  public static Histogram of(String label, double[] values, double low, double high) {
    long[] counts = new long[BARS];
    long beyond = 0;
    for (double value : values) {
      int bar = (int) Math.floor((value - low) / (high - low) * BARS);
      beyond += value < low || value > high ? 1 : 0;
      counts[Math.clamp(bar, 0, BARS - 1)]++;
    }
    Axis x = new Axis(low, high, LEFT, RIGHT);
    Axis y = new Axis(0, Math.max(1, Arrays.stream(counts).max().orElse(0)), BOTTOM, TOP);
    return new Histogram(
        label,
        bars(counts, x, y),
        Figures.count(values.length),
        Figures.count(beyond),
        low < 0 && high > 0 ? x.at(0) : "",
        x.ticks(6),
        y.ticks(4));
  }

  private static List<Bar> bars(long[] counts, Axis x, Axis y) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < BARS; i++) {
      double from = x.low() + (x.high() - x.low()) * i / BARS;
      double to = x.low() + (x.high() - x.low()) * (i + 1) / BARS;
      bars.add(
          new Bar(
              Axis.attribute(x.place(from) + 0.5),
              y.at(counts[i]),
              Axis.attribute(x.place(to) - x.place(from) - 1),
              Axis.attribute(y.place(0) - y.place(counts[i])),
              "%s to %s: %s"
                  .formatted(Figures.number(from), Figures.number(to), Figures.count(counts[i]))));
    }
    return bars;
  }
}
