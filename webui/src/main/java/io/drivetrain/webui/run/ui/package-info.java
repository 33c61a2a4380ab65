/** The page of a run. */
package io.drivetrain.webui.run.ui;
