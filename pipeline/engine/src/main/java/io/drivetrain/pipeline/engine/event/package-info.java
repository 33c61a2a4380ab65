/**
 * The events of runs, and their streams as Server-Sent Events. Every change of state is one,
 * numbered per run.
 */
package io.drivetrain.pipeline.engine.event;
