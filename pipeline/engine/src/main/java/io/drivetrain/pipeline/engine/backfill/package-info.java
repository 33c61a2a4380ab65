/**
 * Runs for past times of a schedule, a few at a time. They go through the same queue as other runs.
 */
package io.drivetrain.pipeline.engine.backfill;
