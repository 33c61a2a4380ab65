/**
 * What happened to runs and attempts, noted by triggers of the database, becomes messages of the
 * channels; {@code io.drivetrain.outbox} sends them.
 */
package io.drivetrain.pipeline.engine.outbox;
