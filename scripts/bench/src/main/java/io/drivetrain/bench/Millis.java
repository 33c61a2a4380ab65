package io.drivetrain.bench;

import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Measured times in milliseconds.
 *
 * @param values at least one, ascending
 */
public record Millis(List<Double> values) {
  public Millis {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    values = values.stream().sorted().toList();
  }

  public static Millis of(Collection<Double> values) {
    return new Millis(List.copyOf(values));
  }

  public static Millis ofNanos(LongStream nanos) {
    return new Millis(nanos.mapToObj(time -> time / 1e6).toList());
  }

  public int count() {
    return values.size();
  }

  public double p50() {
    return quantile(0.5);
  }

  public double p95() {
    return quantile(0.95);
  }

  public double p99() {
    return quantile(0.99);
  }

  private double quantile(double share) {
    return values.get((int) Math.min(values.size() - 1L, Math.round(share * values.size())));
  }
}
