/** The report of a run: what its step produces, and the document that JSON, HTML and pages show. */
package io.drivetrain.pipeline.api.report;
