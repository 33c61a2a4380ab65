/** The step that trains: encoder and trainer, the baseline, what is kept of a fit. */
package io.drivetrain.pipeline.learning.training;
