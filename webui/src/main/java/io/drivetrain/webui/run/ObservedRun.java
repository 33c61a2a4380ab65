package io.drivetrain.webui.run;

import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.Why;

/**
 * A run as it is now.
 *
 * @param why what it does or waits for; empty when it has ended
 */
public record ObservedRun(Run run, Why why) {}
