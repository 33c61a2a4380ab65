package io.drivetrain.webui.run;

import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunWhy;
import java.util.Optional;

/**
 * A run as it is now.
 *
 * @param why what it does or waits for; empty when it has ended
 * @param report as it stands, of a run that was rejected or waits for approval; of others, and when
 *     it cannot be had, empty
 */
public record ObservedRun(RunDetails run, RunWhy why, Optional<RunReport> report) {}
