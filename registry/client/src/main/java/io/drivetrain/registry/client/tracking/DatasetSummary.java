package io.drivetrain.registry.client.tracking;

/**
 * Data that runs of an experiment read.
 *
 * @param context what for, as the runs said it ({@code train}); empty when they did not
 */
public record DatasetSummary(String experimentId, String name, String digest, String context) {}
