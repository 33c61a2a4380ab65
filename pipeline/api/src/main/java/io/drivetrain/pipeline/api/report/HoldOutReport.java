package io.drivetrain.pipeline.api.report;

/**
 * How far the predictions of the hold-out are from the actual values. Shares are of 1 and of the
 * rows.
 *
 * @param unit of the target
 * @param count of the rows
 * @param meanError predicted minus actual: below 0 the model predicts too little on average
 * @param withinTenPercent predictions off by at most 10 % of the actual value
 * @param withinTwentyPercent predictions off by at most 20 % of the actual value
 * @param insideInterval actual values inside the interval of their prediction
 */
public record HoldOutReport(
    String unit,
    long count,
    double meanError,
    double withinTenPercent,
    double withinTwentyPercent,
    double insideInterval) {}
