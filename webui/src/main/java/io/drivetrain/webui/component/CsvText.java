package io.drivetrain.webui.component;

import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180), which a spreadsheet opens without running what is in its cells. */
public final class CsvText {
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();

  public CsvText(List<String> columns) {
    row(columns);
  }

  /** Adds a row; a number is written as it is. */
  public CsvText row(List<?> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String cell(Object value) {
    if (value instanceof Number number) {
      return number.toString();
    }
    String cell = String.valueOf(value);
    if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell)) {
      cell = "'" + cell;
    }
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException text) {
      return false;
    }
  }
}
