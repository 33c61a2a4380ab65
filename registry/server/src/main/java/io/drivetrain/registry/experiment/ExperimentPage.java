package io.drivetrain.registry.experiment;

import java.util.List;

/**
 * One page of a search.
 *
 * @param nextPageToken null on the last page
 */
public record ExperimentPage(List<Experiment> experiments, String nextPageToken) {}
