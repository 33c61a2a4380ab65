package io.drivetrain.pipeline.learning.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A value against what was asked of it. Template: {@code bounds.html}; everything is in per cent of
 * the width.
 *
 * @param from left end of what is allowed
 * @param width of what is allowed
 * @param value where the value lies
 * @param kind good, warn or bad: the colour of the value
 * @param marks the bounds, at their places
 * @param text what the picture shows, for people who do not see it
 */
public record Bounds(
    String from, String width, String value, String kind, List<Mark> marks, String text) {
  private static final double ROOM = 0.25;

  /**
   * A number at its place.
   *
   * @param anchor which end of the text is there: start or end
   */
  public record Mark(String at, String anchor, String text) {}

  /** One of the two bounds at least. */
  public static Bounds of(
      double value, OptionalDouble min, OptionalDouble max, String kind, String text) {
    double[] known =
        DoubleStream.concat(DoubleStream.of(value), DoubleStream.concat(stream(min), stream(max)))
            .sorted()
            .toArray();
    double span = known[known.length - 1] - known[0];
    double room = span > 0 ? span * ROOM : Math.max(Math.abs(value) * ROOM, 1e-9);
    Axis axis = new Axis(known[0] - room, known[known.length - 1] + room, 0, 100);
    double from = min.isPresent() ? axis.place(min.getAsDouble()) : 0;
    double to = max.isPresent() ? axis.place(max.getAsDouble()) : 100;
    return new Bounds(
        Axis.attribute(from),
        Axis.attribute(to - from),
        axis.at(value),
        kind,
        marks(axis, min, max),
        text);
  }

  private static List<Mark> marks(Axis axis, OptionalDouble min, OptionalDouble max) {
    List<Mark> marks = new ArrayList<>();
    min.ifPresent(low -> marks.add(mark(axis, low)));
    max.ifPresent(high -> marks.add(mark(axis, high)));
    return marks;
  }

  private static Mark mark(Axis axis, double bound) {
    String anchor = axis.place(bound) < 50 ? "start" : "end";
    return new Mark(axis.at(bound), anchor, Figures.round(bound));
  }

  private static DoubleStream stream(OptionalDouble bound) {
    return bound.isPresent() ? DoubleStream.of(bound.getAsDouble()) : DoubleStream.empty();
  }
}
