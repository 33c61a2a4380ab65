/** The page of a tracking run: overview, charts of its metrics, its files. */
package io.drivetrain.webui.trackingrun.ui;
