/** Experiments, runs, metrics, data sets: what a run logs and what is read of it. */
package io.drivetrain.registry.client.tracking;
