/** Deletes old runs and logs in small batches. One replica at a time does it. */
package io.drivetrain.pipeline.engine.retention;
