/**
 * A model as files: the bundle, which is also an MLflow model directory. The reader trusts nothing
 * that it reads.
 */
package io.drivetrain.models.bundle;
