/** Gradient boosting of LightGBM, flattened. The only package that links its native library. */
package io.drivetrain.pipeline.trainer.lightgbm;
