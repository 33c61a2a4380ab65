package io.drivetrain.registry.run;

import java.util.List;

/**
 * One page of a search.
 *
 * @param nextPageToken null on the last page
 */
public record RunPage(List<Run> runs, String nextPageToken) {}
