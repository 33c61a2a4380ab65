/** Experiments of the registry and tables of their runs. */
package io.drivetrain.webui.experiment;
