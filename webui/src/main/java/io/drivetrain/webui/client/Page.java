package io.drivetrain.webui.client;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list that a service gives out page by page.
 *
 * @param nextCursor ask with it for the next page; empty on the last
 */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {
  public Page {
    entries = List.copyOf(entries);
  }
}
