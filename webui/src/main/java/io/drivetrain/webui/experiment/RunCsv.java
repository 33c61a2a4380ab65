package io.drivetrain.webui.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes runs as CSV (RFC 4180): a line of headings, then a line for each run, its id first. */
final class RunCsv {
  private static final RunField ID = RunField.of(RunAttribute.ID);
  private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";

  private final Writer target;
  private final List<RunField> fields;
  private final Instant now;

  /**
   * @param fields of the columns behind the id
   * @param now until when a run lasts that has not ended
   */
  RunCsv(Writer target, List<RunField> fields, Instant now) {
    this.target = target;
    this.fields =
        Stream.concat(Stream.of(ID), fields.stream().filter(field -> !field.equals(ID))).toList();
    this.now = now;
  }

  void writeHeadings() {
    line(fields.stream().map(RunField::text));
  }

  void write(List<RunRow> runs) {
    runs.forEach(run -> line(fields.stream().map(field -> run.value(field, now))));
  }

  private void line(Stream<String> cells) {
    try {
      target.write(cells.map(RunCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Spreadsheets run a text that begins like a formula: an apostrophe makes it a text. */
  private static String cell(String value) {
    boolean isFormula = value.matches("(?s)[=+\\-@\\t\\r].*") && !value.matches(NUMBER);
    String harmless = isFormula ? "'" + value : value;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
