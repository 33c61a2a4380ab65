package io.drivetrain.registry.facet;

/**
 * How much goes on in an experiment.
 *
 * @param runs that are not in the trash
 * @param running how many of them have not ended
 * @param deletedRuns that are in the trash
 * @param lastStartTime of the runs not in the trash, in milliseconds since 1970; null without runs
 */
public record ExperimentActivity(
    String experimentId, long runs, long running, long deletedRuns, Long lastStartTime) {}
