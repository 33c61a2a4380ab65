/**
 * The contract of a kind of step: context, result, progress, states. Also the kind that only
 * pauses.
 */
package io.drivetrain.pipeline.engine.step;
