package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.RunReport;

/**
 * A report with the rows that its HTML page draws.
 *
 * @param report as JSON shows it
 * @param holdOut the rows behind {@link RunReport#holdOut()}
 */
public record WrittenReport(RunReport report, PredictedRows holdOut) {}
