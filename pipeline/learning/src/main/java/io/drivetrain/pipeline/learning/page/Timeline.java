package io.drivetrain.pipeline.learning.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was done when, one row each. Template: {@code timeline.html}; places along the time are in
 * per cent of the width, so that it fits a telephone and a printed page.
 *
 * @param height of the picture in pixels
 */
public record Timeline(List<Row> rows, List<Axis.Tick> ticks, int height) {
  private static final int ROW_PIXELS = 46;
  private static final int AXIS_PIXELS = 26;
  private static final long[] STEPS_MILLIS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1000,
    2000,
    5000,
    10_000,
    20_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    1_200_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    28_800_000,
    86_400_000
  };
  private static final int MOST_TICKS = 5;

  /**
   * @param name in front
   * @param note behind the name, quieter
   */
  public record Row(String name, String note, int y, List<Bar> bars) {}

  /**
   * @param kind waiting, good, bad, warn, busy or quiet: its colour
   * @param text what it shows, for people who point at it or do not see it
   */
  public record Bar(String kind, String x, String width, String text) {}

  /** One row before it is drawn. */
  public record Line(String name, String note, List<Span> spans) {}

  /** One stretch of time. */
  public record Span(String kind, Instant from, Instant to, String text) {}

  /** From a start to an end that is later, or else a little later. */
  public static Timeline of(Instant start, Instant end, List<Line> lines) {
    double millis = Math.max(1, Duration.between(start, end).toMillis());
    Axis axis = new Axis(0, millis, 0, 100);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Bar> bars = line.spans().stream().map(span -> bar(axis, start, span)).toList();
      rows.add(new Row(line.name(), line.note(), i * ROW_PIXELS, bars));
    }
    return new Timeline(rows, ticks(axis), lines.size() * ROW_PIXELS + AXIS_PIXELS);
  }

  private static Bar bar(Axis axis, Instant start, Span span) {
    double from = axis.place(Duration.between(start, span.from()).toNanos() / 1e6);
    double to = axis.place(Duration.between(start, span.to()).toNanos() / 1e6);
    return new Bar(
        span.kind(),
        "%s%%".formatted(precise(from)),
        "%s%%".formatted(precise(Math.max(0, to - from))),
        "%s: %s"
            .formatted(span.text(), Figures.duration(Duration.between(span.from(), span.to()))));
  }

  private static String precise(double percent) {
    return String.format(Locale.ROOT, "%.3f", percent);
  }

  private static List<Axis.Tick> ticks(Axis axis) {
    long step = STEPS_MILLIS[STEPS_MILLIS.length - 1];
    for (int i = STEPS_MILLIS.length - 1; i >= 0; i--) {
      step = axis.high() / STEPS_MILLIS[i] <= MOST_TICKS ? STEPS_MILLIS[i] : step;
    }
    while (axis.high() / step > MOST_TICKS) {
      step *= 2;
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    // The last tick leaves room for its own label.
    for (long at = 0; at <= axis.high() * 0.94; at += step) {
      ticks.add(new Axis.Tick(precise(axis.place(at)) + "%", label(at)));
    }
    return ticks;
  }

  private static String label(long millis) {
    return millis == 0 ? "0" : Figures.duration(Duration.ofMillis(millis));
  }
}
