package io.drivetrain.webui.prediction.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of rows.
 *
 * @param charset that it was read with
 * @param delimiter between cells
 * @param header names of the columns
 * @param rows below it, without blank lines
 */
public record CsvTable(String charset, char delimiter, List<String> header, List<Line> rows) {
  private static final char QUOTE = '"';
  private static final String DELIMITERS = ";,\t|";

  public CsvTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number of the line that it begins on, from 1, as an editor counts
   */
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads RFC 4180 with any of the usual delimiters.
   *
   * @throws UnreadableFileException when there is no row below a header, or a quote is not closed
   */
  static CsvTable read(String text, String charset) {
    String content = text;
    char delimiter = delimiter(text);
    int skipped = 0;
    if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) { // as Excel notes it
      delimiter = text.charAt(4);
      int end = text.indexOf('\n');
      content = end < 0 ? "" : text.substring(end + 1);
      skipped = 1;
    }
    List<Line> lines = lines(content, delimiter, 1 + skipped);
    if (lines.size() < 2) {
      throw new UnreadableFileException(UnreadableFileException.Reason.NO_ROWS, 0);
    }
    return new CsvTable(
        charset, delimiter, lines.getFirst().cells(), lines.subList(1, lines.size()));
  }

  /** The one that the first line has most of. */
  private static char delimiter(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = DELIMITERS.charAt(0);
    long most = 0;
    for (char one : DELIMITERS.toCharArray()) {
      long count = first.chars().filter(c -> c == one).count();
      if (count > most) {
        best = one;
        most = count;
      }
    }
    return best;
  }

  private static List<Line> lines(String text, char delimiter, int firstLine) {
    List<Line> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = firstLine;
    int begun = firstLine;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        if (c != QUOTE) {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == QUOTE && cell.isEmpty()) {
        quoted = true;
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        end(lines, cells, cell, begun);
        begun = line;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new UnreadableFileException(UnreadableFileException.Reason.OPEN_QUOTE, begun);
    }
    end(lines, cells, cell, begun);
    return lines;
  }

  private static void end(List<Line> lines, List<String> cells, StringBuilder cell, int number) {
    cells.add(cell.toString());
    cell.setLength(0);
    if (cells.stream().anyMatch(one -> !one.isBlank())) {
      lines.add(new Line(number, cells));
    }
    cells.clear();
  }
}
