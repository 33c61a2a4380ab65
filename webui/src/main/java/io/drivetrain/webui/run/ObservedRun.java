package io.drivetrain.webui.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunWhy;

/**
 * A run as it is now.
 *
 * @param why what it does or waits for; empty when it has ended
 */
public record ObservedRun(RunDetails run, RunWhy why) {}
