package io.drivetrain.registry.run;

import io.drivetrain.registry.search.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs of one page by their numbers.
 *
 * @param next where the next page starts, empty on the last one
 */
record FoundRuns(List<Long> numbers, Optional<PageToken> next) {

  /** A run found, with what decides between equals. */
  record Hit(long number, long startTime, String runId) {}

  /**
   * @param hits one more than the page has room for, if there are as many
   * @param position of what comes after a hit
   */
  static <H> FoundRuns page(
      List<H> hits, int size, Function<H, Long> number, Function<H, PageToken> position) {
    var page = hits.subList(0, Math.min(size, hits.size()));
    var next =
        hits.size() > size
            ? Optional.of(position.apply(page.getLast()))
            : Optional.<PageToken>empty();
    return new FoundRuns(page.stream().map(number).toList(), next);
  }
}
