package io.drivetrain.pipeline.api.report;

import java.util.Optional;

/**
 * @param metric its name in the registry
 * @param unit of the values: the target's, share (of 1), standard deviations, or ""
 * @param champion empty when it was not compared
 * @param difference challenger less champion
 * @param better whether the difference is an improvement; empty when there is no saying
 */
public record MetricReport(
    String metric,
    String label,
    String unit,
    double challenger,
    Optional<Double> champion,
    Optional<Double> difference,
    Optional<Boolean> better) {}
