/**
 * Stops runs and their steps: by a user, a deadline or a replacement. Steps that always run are
 * given time to end.
 */
package io.drivetrain.pipeline.engine.cancellation;
