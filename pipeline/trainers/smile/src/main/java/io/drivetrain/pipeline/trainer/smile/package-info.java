/** Tree ensembles of Smile, flattened. The only package that links Smile, which is GPL-3.0. */
package io.drivetrain.pipeline.trainer.smile;
