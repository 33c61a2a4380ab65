package io.drivetrain.models.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the rows of the data went: {@code read = dropped + train + test}.
 *
 * @param read rows in the source
 * @param dropped rows left out, by reason, such as {@code duplicate}
 * @param train rows that the model was fitted and calibrated on
 * @param test hold-out rows that it was measured on
 */
public record RowCounts(long read, Map<String, Long> dropped, long train, long test) {

  public RowCounts {
    dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
    long sum = train + test;
    for (long count : dropped.values()) {
      sum += count;
    }
    if (train < 1 || test < 0 || dropped.values().stream().anyMatch(n -> n < 0) || sum != read) {
      throw new IllegalArgumentException(
          "row counts do not add up: read "
              + read
              + ", dropped "
              + dropped
              + ", train "
              + train
              + ", test "
              + test);
    }
  }
}
