/** Pages of experiments and tables of runs. */
package io.drivetrain.webui.experiment.ui;
