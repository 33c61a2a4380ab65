/** Linear models of classes, learned by liblinear. */
package io.drivetrain.pipeline.trainer.liblinear;
