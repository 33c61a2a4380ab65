package io.drivetrain.registry.run;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * One page of a search. Its runs are read while they are written, some hundreds at a time, because
 * 50,000 of them may be asked for.
 *
 * @param runs null where there are none
 * @param nextPageToken null on the last page
 */
public record RunPage(Iterator<Run> runs, String nextPageToken) {
  private static final int RUNS_AT_A_TIME = 500;

  static RunPage empty() {
    return new RunPage(null, null);
  }

  /**
   * @param numbers of the runs, in their order
   * @param reader reads the runs of some numbers
   */
  static RunPage of(
      List<Long> numbers, Function<List<Long>, List<Run>> reader, String nextPageToken) {
    return new RunPage(numbers.isEmpty() ? null : new LazyRuns(numbers, reader), nextPageToken);
  }

  private static final class LazyRuns implements Iterator<Run> {
    private final List<Long> numbers;
    private final Function<List<Long>, List<Run>> reader;
    private int asked;
    private Iterator<Run> read = List.<Run>of().iterator();

    LazyRuns(List<Long> numbers, Function<List<Long>, List<Run>> reader) {
      this.numbers = numbers;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!read.hasNext() && asked < numbers.size()) {
        int end = Math.min(asked + RUNS_AT_A_TIME, numbers.size());
        read = reader.apply(numbers.subList(asked, end)).iterator();
        asked = end;
      }
      return read.hasNext();
    }

    @Override
    public Run next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return read.next();
    }
  }
}
