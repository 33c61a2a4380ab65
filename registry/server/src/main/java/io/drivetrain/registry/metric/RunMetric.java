package io.drivetrain.registry.metric;

/**
 * A point of a metric among those of several runs.
 *
 * @param timestamp milliseconds since 1970
 */
public record RunMetric(String key, double value, long timestamp, long step, String runId) {}
