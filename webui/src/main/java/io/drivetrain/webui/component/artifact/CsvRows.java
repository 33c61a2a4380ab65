package io.drivetrain.webui.component.artifact;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180), parted by what its first line is parted by: comma, semicolon or tab. */
final class CsvRows {
  private final String text;
  private final char separator;
  private int at;

  private CsvRows(String text) {
    this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    this.separator = separator(this.text.lines().findFirst().orElse(""));
  }

  static List<List<String>> read(String text) {
    CsvRows rows = new CsvRows(text);
    List<List<String>> all = new ArrayList<>();
    while (rows.at < rows.text.length()) {
      all.add(rows.row());
    }
    return all;
  }

  private static char separator(String line) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
    } while (skip(separator));
    skip('\r');
    skip('\n');
    return cells;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\r' || c == '\n';
  }

  /** A quote inside is doubled; what follows the last one belongs to the cell. */
  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (skip('"')) {
        cell.append('"');
      } else {
        break;
      }
    }
    return cell.append(plain()).toString();
  }
}
