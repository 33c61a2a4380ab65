package io.drivetrain.webui.component;

import io.drivetrain.webui.client.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a list that is paged by cursors at any place. It remembers where each page begins, not what
 * is on it.
 */
public final class CursorPages<T> {
  private final int size;
  private final Function<Optional<String>, Page<T>> source;
  private final List<Optional<String>> starts = new ArrayList<>();

  /**
   * @param size how many entries a page has
   * @param source reads the page that a cursor names; without one, the first
   */
  public CursorPages(int size, Function<Optional<String>, Page<T>> source) {
    this.size = size;
    this.source = source;
    forget();
  }

  /** Begins anew: there are other entries now. */
  public void forget() {
    starts.clear();
    starts.add(Optional.empty());
  }

  /** The entries from a place on; fewer than asked for at the end of the list. */
  public Stream<T> read(int offset, int limit) {
    List<T> entries = new ArrayList<>();
    for (int page = offset / size; page * size < offset + limit; page++) {
      entries.addAll(page(page));
    }
    return entries.stream().skip(offset % size).limit(limit);
  }

  private List<T> page(int number) {
    while (starts.size() <= number) { // pages are linked: the way to one leads over those before it
      int known = starts.size();
      load(known - 1);
      if (starts.size() == known) {
        return List.of();
      }
    }
    return load(number);
  }

  private List<T> load(int number) {
    Page<T> page = source.apply(starts.get(number));
    if (starts.size() == number + 1) {
      page.nextCursor().map(Optional::of).ifPresent(starts::add);
    }
    return page.entries();
  }
}
