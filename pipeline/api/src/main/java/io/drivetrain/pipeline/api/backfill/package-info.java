/** Runs for times of a schedule that have passed. */
package io.drivetrain.pipeline.api.backfill;
