/**
 * The report of a run: its record, how it is assembled from the pipeline and the tracking run, the
 * step that keeps it and the endpoint that shows it. No other package of learning needs it.
 */
package io.drivetrain.pipeline.learning.report;
