package io.drivetrain.webui.pipeline.ui;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a list that is paged by cursors at any place. It remembers where each page begins, not what
 * is on it.
 */
final class RunPages {
  private final int size;
  private final Function<Optional<String>, RunPage> source;
  private final List<Optional<String>> starts = new ArrayList<>();

  /**
   * @param size how many runs a page has
   * @param source reads the page that a cursor names; without one, the first
   */
  RunPages(int size, Function<Optional<String>, RunPage> source) {
    this.size = size;
    this.source = source;
    forget();
  }

  /** Begins anew: there are other runs now. */
  void forget() {
    starts.clear();
    starts.add(Optional.empty());
  }

  /** The runs from a place on; fewer than asked for at the end of the list. */
  Stream<RunDetails> read(int offset, int limit) {
    List<RunDetails> runs = new ArrayList<>();
    for (int page = offset / size; page * size < offset + limit; page++) {
      runs.addAll(page(page));
    }
    return runs.stream().skip(offset % size).limit(limit);
  }

  private List<RunDetails> page(int number) {
    while (starts.size() <= number) { // pages are linked: the way to one leads over those before it
      int known = starts.size();
      load(known - 1);
      if (starts.size() == known) {
        return List.of();
      }
    }
    return load(number);
  }

  private List<RunDetails> load(int number) {
    RunPage page = source.apply(starts.get(number));
    if (starts.size() == number + 1) {
      page.nextCursor().map(Optional::of).ifPresent(starts::add);
    }
    return page.runs();
  }
}
