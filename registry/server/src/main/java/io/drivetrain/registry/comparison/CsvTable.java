package io.drivetrain.registry.comparison;

import java.util.ArrayList;
import java.util.List;

/** A text in CSV, RFC 4180, parted by what parts its header: comma, semicolon or tab. */
record CsvTable(List<String> columns, List<List<String>> rows) {

  static CsvTable parse(String text) {
    var records = new Parser(text, delimiter(text)).records();
    return records.isEmpty()
        ? new CsvTable(List.of(), List.of())
        : new CsvTable(records.getFirst(), records.subList(1, records.size()));
  }

  private static char delimiter(String text) {
    var header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** The cells of a row in these columns; empty where the row is too short. */
  List<String> project(List<String> row, List<String> wanted) {
    return wanted.stream()
        .map(columns::indexOf)
        .map(index -> index < row.size() ? row.get(index) : "")
        .toList();
  }

  private static final class Parser {
    private final String text;
    private final char delimiter;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Parser(String text, char delimiter) {
      this.text = text;
      this.delimiter = delimiter;
    }

    private List<List<String>> records() {
      for (int i = 0; i < text.length(); i++) {
        i += take(text.charAt(i), i);
      }
      endRecord();
      return records;
    }

    /** How many further characters belong to this one. */
    private int take(char c, int at) {
      if (c == '"') {
        boolean isQuoteInCell = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (isQuoteInCell) {
          cell.append('"');
          return 1;
        }
        quoted = !quoted;
      } else if (quoted) {
        cell.append(c);
      } else if (c == delimiter) {
        endCell();
      } else if (c == '\n') {
        endRecord();
      } else if (c != '\r') {
        cell.append(c);
      }
      return 0;
    }

    private void endCell() {
      record.add(cell.toString());
      cell.setLength(0);
    }

    /** An empty line is no record. */
    private void endRecord() {
      if (record.isEmpty() && cell.isEmpty()) {
        return;
      }
      endCell();
      records.add(record);
      record = new ArrayList<>();
    }
  }
}
