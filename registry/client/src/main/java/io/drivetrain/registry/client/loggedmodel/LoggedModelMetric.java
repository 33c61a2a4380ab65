package io.drivetrain.registry.client.loggedmodel;

import io.drivetrain.registry.client.tracking.Metric;

/**
 * A point that a run measured of a logged model.
 *
 * @param datasetName of the data that it was measured on, empty when unknown
 * @param datasetDigest likewise
 */
public record LoggedModelMetric(
    Metric point, String runId, String datasetName, String datasetDigest) {}
