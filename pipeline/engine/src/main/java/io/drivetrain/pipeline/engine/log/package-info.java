/**
 * The logs of attempts: captured from threads, stored in chunks, read from any replica. Secrets and
 * local paths are masked.
 */
package io.drivetrain.pipeline.engine.log;
