package io.drivetrain.pipeline.learning.data.source;

import java.util.List;
import java.util.Optional;

/**
 * One record of a CSV file.
 *
 * @param line where it begins, from 1, as an editor counts
 * @param lines that it spans, at least 1
 * @param cells one empty cell for a blank line
 * @param swallowed the most delimiters in a cell that spans lines
 * @param problem why it cannot be a row, whatever its cells are; else empty
 */
record CsvRecord(
    long line, long lines, List<String> cells, int swallowed, Optional<String> problem) {

  /** Why it is no row of a table with so many columns; empty when it is one. */
  Optional<String> refusal(int columns) {
    if (problem.isPresent()) {
      return problem;
    }
    if (columns > 1 && swallowed >= columns - 1) {
      return Optional.of(
          "a quoted cell spans lines and holds a whole row: a quote on line %d is one too many"
              .formatted(line));
    }
    return cells.size() == columns
        ? Optional.empty()
        : Optional.of("it has %d cells where the header has %d".formatted(cells.size(), columns));
  }

  boolean isBlank() {
    return problem.isEmpty() && cells.size() == 1 && cells.getFirst().isBlank();
  }
}
