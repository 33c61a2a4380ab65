package io.drivetrain.pipeline.api.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;

/**
 * What came of one expectation.
 *
 * @param expectation its type: {@code missing}
 * @param column empty when it is about the file; several are separated by commas
 * @param expected in words
 * @param observed in words
 * @param failing how many rows, lines, cells or columns speak against it
 * @param samples the first of them, at most 20
 * @param share null when it is not about a share
 * @param drift of each column that was compared with earlier data; mostly none
 */
public record Finding(
    String expectation,
    Optional<String> column,
    Severity severity,
    boolean passed,
    String expected,
    String observed,
    long failing,
    List<SampleRow> samples,
    @JsonInclude(Include.NON_NULL) Share share,
    @JsonInclude(Include.NON_EMPTY) List<ColumnDrift> drift) {

  public Finding {
    column = column == null ? Optional.empty() : column.filter(name -> !name.isEmpty());
    samples = samples == null ? List.of() : List.copyOf(samples);
    drift = drift == null ? List.of() : List.copyOf(drift);
  }

  public Finding with(Share measured) {
    return with(measured, drift);
  }

  public Finding with(List<ColumnDrift> compared) {
    return with(share, compared);
  }

  private Finding with(Share measured, List<ColumnDrift> compared) {
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
        compared);
  }

  /** One sentence for people: what was expected, what is there, where. */
  public String sentence() {
    String where = column.map("column %s: "::formatted).orElse("");
    String first = samples.isEmpty() ? "" : " (first: %s)".formatted(samples.getFirst().shown());
    return "%sexpected %s, found %s%s".formatted(where, expected, observed, first);
  }
}
