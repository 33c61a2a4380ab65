/** Linear models, solved with Hipparchus: fast, explainable, and the baseline of other models. */
package io.drivetrain.pipeline.trainer.linear;
