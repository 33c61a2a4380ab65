package io.drivetrain.webui.trackingrun.ui;

import io.drivetrain.webui.trackingrun.TrackingRun;

/** A part of a run's page that is brought up to date while the run goes on. */
interface RunPart {
  void show(TrackingRun run);
}
