package io.drivetrain.registry.search;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a search that skips the rows of the pages before.
 *
 * @param nextPageToken null on the last page
 */
public record OffsetPage<T>(List<T> rows, String nextPageToken) {

  /** Finds rows. */
  @FunctionalInterface
  public interface Search<T> {
    List<T> rows(long offset, int limit);
  }

  /**
   * @param query what a token is good for: the same for every page of a search
   * @param pageToken null or empty for the first page
   * @param size rows of a page at most
   */
  public static <T> OffsetPage<T> read(Object query, String pageToken, int size, Search<T> search) {
    long offset = PageToken.read(pageToken, query).map(token -> token.number(0)).orElse(0L);
    var found = search.rows(offset, size + 1);
    return new OffsetPage<>(
        found.stream().limit(size).toList(),
        found.size() > size ? PageToken.after(offset + size).write(query) : null);
  }

  public <R> List<R> map(Function<? super T, R> shown) {
    return rows.stream().<R>map(shown).toList();
  }
}
