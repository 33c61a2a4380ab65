package io.drivetrain.registry.loggedmodel;

/**
 * A point that a run measured of a model.
 *
 * @param timestamp milliseconds since 1970
 * @param datasetName of the data it was measured on; null where it is not known
 */
public record LoggedModelMetric(
    String key,
    double value,
    long timestamp,
    long step,
    String datasetName,
    String datasetDigest,
    String modelId,
    String runId) {}
