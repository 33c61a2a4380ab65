/** The report of a run. */
package io.drivetrain.pipeline.api.report;
