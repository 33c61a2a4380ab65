package io.drivetrain.registry.client.tracking;

import java.time.Instant;

/**
 * One point of a metric.
 *
 * @param value any double; NaN is kept, MLflow stores an infinity as the largest finite number
 * @param time when it was measured, kept to the millisecond
 * @param step position in the training, 0 when there is no such thing
 */
public record Metric(String key, double value, Instant time, long step) {
  public static Metric of(String key, double value, Instant time) {
    return new Metric(key, value, time, 0);
  }
}
