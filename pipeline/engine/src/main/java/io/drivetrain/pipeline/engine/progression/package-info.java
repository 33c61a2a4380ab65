/**
 * What follows when a step ends: the next steps, the end of the run, the next queued run. The
 * decision itself is a pure function.
 */
package io.drivetrain.pipeline.engine.progression;
