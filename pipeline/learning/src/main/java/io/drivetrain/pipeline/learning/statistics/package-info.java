/** Resampled means and corrections for many comparisons, on which gates decide. */
package io.drivetrain.pipeline.learning.statistics;
