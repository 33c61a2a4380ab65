/**
 * Parameters of runs: declared, checked, overlaid with those of a request. Files stay inside the
 * data folder.
 */
package io.drivetrain.pipeline.engine.parameter;
