package io.drivetrain.pipeline.learning.quality.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.drift.ColumnDrift;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import java.util.List;

/**
 * What came of one expectation.
 *
 * @param expectation its type: {@code missing}
 * @param column null when it is about the file; several are parted by commas
 * @param expected in words
 * @param observed in words
 * @param failing how many rows, lines, cells or columns speak against it
 * @param samples the first of them, at most 20
 * @param share null when it is not about a share
 * @param drift of each column that was compared with earlier data; mostly none
 */
public record Finding(
    String expectation,
    String column,
    Severity severity,
    boolean passed,
    String expected,
    String observed,
    long failing,
    List<SampleRow> samples,
    @JsonInclude(Include.NON_NULL) Share share,
    @JsonInclude(Include.NON_EMPTY) List<ColumnDrift> drift) {

  public Finding {
    samples = List.copyOf(samples);
    drift = List.copyOf(drift);
  }

  public static Finding of(
      Expectation expectation,
      boolean passed,
      String expected,
      String observed,
      long failing,
      List<SampleRow> samples) {
    List<String> columns = expectation.columns();
    return new Finding(
        expectation.type(),
        columns.isEmpty() ? null : String.join(", ", columns),
        expectation.severity(),
        passed,
        expected,
        observed,
        failing,
        samples,
        null,
        List.of());
  }

  /** An expectation that this data does not let us decide is not met. */
  public static Finding undecided(Expectation expectation, String expected, String reason) {
    return of(expectation, false, expected, reason, 0, List.of());
  }

  public Finding with(Share measured) {
    return new Finding(
        expectation,
        column,
        severity,
        passed,
        expected,
        observed,
        failing,
        samples,
        measured,
        drift);
  }

  public Finding with(List<ColumnDrift> compared) {
    return new Finding(
        expectation,
        column,
        severity,
        passed,
        expected,
        observed,
        failing,
        samples,
        share,
        compared);
  }

  /** One sentence for people: what was expected, what is there, where. */
  public String sentence() {
    String where = column == null ? "" : "column " + column + ": ";
    String first = samples.isEmpty() ? "" : " (first: %s)".formatted(samples.getFirst().shown());
    return "%sexpected %s, found %s%s".formatted(where, expected, observed, first);
  }
}
