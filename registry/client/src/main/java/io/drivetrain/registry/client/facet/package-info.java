/** Counts of runs, under the registry's own {@code /api/v1}: MLflow's protocol has none. */
package io.drivetrain.registry.client.facet;
