package io.drivetrain.registry.client.loggedmodel;

/**
 * Data that metrics of logged models were measured on.
 *
 * @param datasetDigest empty for every digest of this name
 */
public record MeasuredOn(String datasetName, String datasetDigest) {}
