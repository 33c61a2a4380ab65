package io.drivetrain.pipeline.learning.data.source;

import java.util.List;

/**
 * Turns row numbers, asked for in rising order, into line numbers: unreadable lines are no rows.
 */
final class LineNumbers {
  private final long first;
  private final List<UnreadableLine> skipped;
  private int passed;

  LineNumbers(long first, List<UnreadableLine> skipped) {
    this.first = first;
    this.skipped = skipped;
  }

  long of(long row) {
    long line = first + row + passed;
    while (passed < skipped.size() && skipped.get(passed).line() <= line) {
      passed++;
      line++;
    }
    return line;
  }
}
