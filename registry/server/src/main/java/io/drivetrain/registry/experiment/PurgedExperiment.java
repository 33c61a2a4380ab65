package io.drivetrain.registry.experiment;

/**
 * What is left to do after the rows of an experiment are gone.
 *
 * @param location the URI that its runs' files are under
 * @param ownsItsLocation whether everything there is its own
 */
public record PurgedExperiment(String location, boolean ownsItsLocation) {}
