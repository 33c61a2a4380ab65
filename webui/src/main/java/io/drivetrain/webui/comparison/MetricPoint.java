package io.drivetrain.webui.comparison;

import java.time.Instant;

/** A value of a metric at a step of a run. */
public record MetricPoint(long step, Instant time, double value) {}
