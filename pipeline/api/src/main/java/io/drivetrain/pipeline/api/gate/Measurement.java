package io.drivetrain.pipeline.api.gate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A measured value and the bounds that it must lie within, at least one of them.
 *
 * @param unit {@code ms}, or "" for a share, a metric or an amount in the target's unit
 */
public record Measurement(double value, Optional<Double> min, Optional<Double> max, String unit) {

  static Measurement within(double value, Optional<Double> min, Optional<Double> max) {
    return new Measurement(value, min, max, "");
  }

  static Measurement atLeast(double min, double value) {
    return new Measurement(value, Optional.of(min), Optional.empty(), "");
  }

  static Measurement atMost(double max, double value, String unit) {
    return new Measurement(value, Optional.empty(), Optional.of(max), unit);
  }

  /** Whether the value can be drawn beside its bounds. */
  boolean isFinite() {
    return Double.isFinite(value) && (min.isPresent() || max.isPresent());
  }

  /**
   * How far the value lies inside its nearest bound, as a share of that bound: below 0 it is
   * beyond. At least -1 and at most 1; empty when every bound is 0.
   */
  public OptionalDouble headroom() {
    return DoubleStream.concat(
            min.stream()
                .filter(bound -> bound != 0)
                .mapToDouble(bound -> (value - bound) / Math.abs(bound)),
            max.stream()
                .filter(bound -> bound != 0)
                .mapToDouble(bound -> (bound - value) / Math.abs(bound)))
        .map(share -> Math.clamp(share, -1, 1))
        .min();
  }
}
