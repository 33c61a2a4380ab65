package io.drivetrain.registry.client.tracking;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search for runs.
 *
 * @param nextPageToken hand it to the next search with the same arguments; empty on the last page
 */
public record RunPage(List<Run> runs, Optional<String> nextPageToken) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
