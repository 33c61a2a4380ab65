/**
 * The kind of step that waits for a user, and the decisions that end it. No worker holds such a
 * step.
 */
package io.drivetrain.pipeline.engine.approval;
