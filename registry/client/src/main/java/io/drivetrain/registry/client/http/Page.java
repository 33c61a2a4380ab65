package io.drivetrain.registry.client.http;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param nextPageToken hand it to the next call with the same arguments; empty on the last page
 */
public record Page<T>(List<T> entries, Optional<String> nextPageToken) {
  public Page {
    entries = List.copyOf(entries);
  }
}
