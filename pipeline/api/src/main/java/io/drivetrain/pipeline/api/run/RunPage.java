package io.drivetrain.pipeline.api.run;

import java.util.List;
import java.util.Optional;

/**
 * One page of runs, latest first.
 *
 * @param nextCursor ask with it for the next page; empty on the last
 */
public record RunPage(List<RunDetails> runs, Optional<String> nextCursor) {
  public RunPage {
    runs = List.copyOf(runs);
  }
}
