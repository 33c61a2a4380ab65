package io.drivetrain.pipeline.learning.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records of a CSV file (RFC 4180) and knows for each of them which lines of the file it
 * spans. CR, LF, CRLF and CRCRLF each end a line. A quote begins a quoted cell only as its first
 * character. Whatever is wrong with a record, the next one is read.
 */
final class CsvRecords implements AutoCloseable {
  /** A cell with more line breaks is a quote that was not meant as one. */
  private static final int MOST_BREAKS = 20;

  private static final int LONGEST_CELL = 1 << 20;
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final char UNDECODABLE = '\uFFFD';

  private final DataFile file;
  private final char delimiter;
  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder cell = new StringBuilder();
  private int filled;
  private int at;

  /** Of the character that comes next. */
  private long line = 1;

  private String problem;

  /** The most delimiters in a cell of the record that spans lines. */
  private int swallowed;

  private boolean ended;

  CsvRecords(DataFile file, char delimiter) throws IOException {
    this.file = file;
    this.delimiter = delimiter;
    InputStream bytes = Files.newInputStream(file.path());
    this.reader =
        new InputStreamReader(
            bytes,
            file.encoding()
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    if (peek() == BYTE_ORDER_MARK) {
      at++;
    }
  }

  /**
   * The next record; empty at the end of the file.
   *
   * @throws UnusableDataException when a quote is still open there
   */
  Optional<CsvRecord> next() throws IOException {
    if (ended || peek() == END) {
      ended = true;
      return Optional.empty();
    }
    long first = line;
    problem = null;
    swallowed = 0;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cell.setLength(0);
      more = peek() == '"' ? quotedCell() : plainCell();
      cells.add(cell.toString());
    }
    return Optional.of(
        new CsvRecord(first, line - first, cells, swallowed, Optional.ofNullable(problem)));
  }

  /** How many lines the file has, after its last record was read. */
  long lines() {
    return line - 1;
  }

  /** Reads up to the end of the cell; whether the record has another one. */
  private boolean plainCell() throws IOException {
    while (true) {
      int c = read();
      if (c == delimiter) {
        return true;
      }
      if (c == END || isBreak(c)) {
        line++;
        return false;
      }
      append((char) c);
    }
  }

  private boolean quotedCell() throws IOException {
    read();
    long opened = line;
    int delimiters = 0;
    while (true) {
      int c = read();
      if (c == END) {
        throw new UnusableDataException(
            "%s: the quote that opens on line %d is never closed. Close it, or write it twice (\"\") if it is part of the text."
                .formatted(file.name(), opened));
      }
      if (c == '"' && peek() != '"') {
        break;
      }
      if (c == '"') {
        at++;
      }
      delimiters += c == delimiter ? 1 : 0;
      boolean isBreak = isBreak(c);
      line += isBreak ? 1 : 0;
      if (line - opened > MOST_BREAKS) {
        wrong(
            "a quote opens on line %d and closes only %d or more lines below", opened, MOST_BREAKS);
        cell.setLength(0);
      } else {
        append(isBreak ? '\n' : (char) c);
      }
    }
    return behindQuote(opened, delimiters);
  }

  private boolean behindQuote(long opened, int delimiters) throws IOException {
    long breaks = line - opened;
    if (breaks > MOST_BREAKS) {
      problem =
          "a quote opens on line %d and closes on line %d: the %d lines between are no cell"
              .formatted(opened, line, breaks);
    } else if (breaks > 0) {
      swallowed = Math.max(swallowed, delimiters);
    }
    int next = peek();
    if (next != END && next != delimiter && next != '\n' && next != '\r') {
      wrong("text follows the quote that closes on line %d", line);
    }
    return plainCell();
  }

  private void append(char c) {
    if (c == 0) {
      wrong("line %d holds a zero byte, which no text has", line);
      return;
    }
    if (c == UNDECODABLE) {
      wrong("line %d holds a byte that is no %s", line, file.encoding().label());
    }
    if (cell.length() >= LONGEST_CELL) {
      wrong("line %d holds a cell of more than %d characters", line, LONGEST_CELL);
      return;
    }
    cell.append(c);
  }

  /** The first problem counts. */
  private void wrong(String format, Object... values) {
    if (problem == null) {
      problem = format.formatted(values);
    }
  }

  /** Whether a character ends a line; takes all that belongs to that end. */
  private boolean isBreak(int c) throws IOException {
    if (c == '\n') {
      return true;
    }
    if (c != '\r') {
      return false;
    }
    if (peek() == '\n') {
      at++;
    } else if (peek() == '\r' && peekSecond() == '\n') {
      at += 2;
    }
    return true;
  }

  private int read() throws IOException {
    int c = peek();
    at += c == END ? 0 : 1;
    return c;
  }

  private int peek() throws IOException {
    return fill(1) ? buffer[at] : END;
  }

  private int peekSecond() throws IOException {
    return fill(2) ? buffer[at + 1] : END;
  }

  /** Whether so many characters lie ahead. */
  private boolean fill(int wanted) throws IOException {
    while (filled - at < wanted) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      filled -= at;
      at = 0;
      int read = reader.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
