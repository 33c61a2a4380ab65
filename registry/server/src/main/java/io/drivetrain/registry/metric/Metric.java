package io.drivetrain.registry.metric;

/**
 * A point of a metric.
 *
 * @param timestamp milliseconds since 1970
 */
public record Metric(String key, double value, long timestamp, long step) {}
