/**
 * The times of schedules across clock changes, and the runs they create. Quartz is only used here,
 * for one-shot triggers.
 */
package io.drivetrain.pipeline.engine.schedule;
