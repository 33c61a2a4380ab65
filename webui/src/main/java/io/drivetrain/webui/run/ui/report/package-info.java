/** The report of a run: its data, gates, metrics, model card and times. */
package io.drivetrain.webui.run.ui.report;
