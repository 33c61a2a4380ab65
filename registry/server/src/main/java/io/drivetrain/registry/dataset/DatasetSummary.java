package io.drivetrain.registry.dataset;

/**
 * A dataset of an experiment, as a list to choose from shows it.
 *
 * @param context of the inputs it was logged with; null where no run said one
 */
public record DatasetSummary(String experimentId, String name, String digest, String context) {}
