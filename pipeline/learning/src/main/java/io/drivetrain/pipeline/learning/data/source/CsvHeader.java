package io.drivetrain.pipeline.learning.data.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first line of a CSV file.
 *
 * @param delimiter between its cells, and those of all other lines
 */
record CsvHeader(char delimiter, List<String> columns) {
  private static final int LONGEST = 1 << 16;
  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /**
   * Reads the header.
   *
   * @param declared the delimiter that the definition says; null for the one under which the line
   *     names the most of the fields
   */
  static CsvHeader read(DataFile file, Character declared, List<Field> fields) throws IOException {
    String line = firstLine(file);
    Stream<Character> candidates = declared == null ? DELIMITERS.stream() : Stream.of(declared);
    return candidates
        .map(delimiter -> new CsvHeader(delimiter, split(line, delimiter)))
        .max(
            Comparator.comparingLong((CsvHeader header) -> header.matches(file, fields))
                .thenComparingInt(header -> header.columns.size()))
        .orElseThrow();
  }

  private long matches(DataFile file, List<Field> fields) {
    return new FieldColumns(file.name(), columns).matches(fields);
  }

  private static String firstLine(DataFile file) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file.path()), file.encoding().charset()))) {
      for (int c = reader.read(); c >= 0 && line.length() < LONGEST; c = reader.read()) {
        quoted ^= c == '"';
        if (!quoted && (c == '\n' || c == '\r')) {
          break;
        }
        if (c != BYTE_ORDER_MARK) {
          line.append((char) c);
        }
      }
    }
    if (line.toString().isBlank()) {
      throw new UnusableDataException(
          file.name() + " has an empty first line: it must be the header with the column names.");
    }
    return line.toString();
  }

  private static List<String> split(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (escaped) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
