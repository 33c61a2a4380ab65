package io.drivetrain.pipeline.learning.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The line with the column names of a CSV file.
 *
 * @param delimiter between its cells, and those of all other lines
 * @param line where it begins, from 1
 */
record CsvHeader(char delimiter, List<String> columns, long line) {
  /** How many records may stand above it: a title, a date, notes. */
  private static final int SEARCHED = 50;

  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

  /**
   * Finds the header: of the first records the one that names the most fields, and of several the
   * first.
   *
   * @param declared the delimiter that the definition says; null for the one under which the header
   *     names the most fields
   * @throws UnusableDataException when the file has only blank lines
   */
  static CsvHeader find(DataFile file, Character declared, List<Field> fields) throws IOException {
    Stream<Character> candidates = declared == null ? DELIMITERS.stream() : Stream.of(declared);
    List<CsvHeader> found = new ArrayList<>();
    for (char delimiter : candidates.toList()) {
      best(file, delimiter, fields).ifPresent(found::add);
    }
    return found.stream()
        .max(
            Comparator.comparingLong((CsvHeader header) -> header.matches(file, fields))
                .thenComparingInt(header -> header.columns.size()))
        .orElseThrow(() ->
            new UnusableDataException(
                file.name() + " has only blank lines: it needs a header line and rows."));
  }

  private static Optional<CsvHeader> best(DataFile file, char delimiter, List<Field> fields)
      throws IOException {
    CsvHeader best = null;
    try (CsvRecords records = new CsvRecords(file, delimiter)) {
      for (int i = 0; i < SEARCHED; i++) {
        Optional<CsvRecord> record = records.next();
        if (record.isEmpty()) {
          break;
        }
        CsvRecord one = record.orElseThrow();
        CsvHeader header = new CsvHeader(delimiter, one.cells(), one.line());
        if (!one.isBlank()
            && !header.isSeparatorNote()
            && (best == null || header.matches(file, fields) > best.matches(file, fields))) {
          best = header;
        }
      }
    } catch (UnusableDataException unclosed) {
      if (best == null) {
        throw unclosed;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Excel's {@code sep=;}. */
  private boolean isSeparatorNote() {
    return columns.size() <= 2
        && columns.getFirst().strip().toLowerCase(Locale.ROOT).startsWith("sep=");
  }

  private long matches(DataFile file, List<Field> fields) {
    return new FieldColumns(file.name(), columns).matches(fields);
  }
}
