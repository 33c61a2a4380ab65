package io.drivetrain.pipeline.quality;

import java.util.List;

/**
 * What came of one expectation.
 *
 * @param expectation its type: {@code missing}
 * @param column null when it is about the file
 * @param expected in words
 * @param observed in words
 * @param failing how many rows, lines or cells speak against it
 * @param samples the first of them, at most 20
 */
public record Finding(
    String expectation,
    String column,
    Severity severity,
    boolean passed,
    String expected,
    String observed,
    long failing,
    List<Evidence> samples) {

  public Finding {
    samples = List.copyOf(samples);
  }

  /** One sentence for people: what was expected, what is there, where. */
  public String sentence() {
    String where = column == null ? "" : "column " + column + ": ";
    String first = samples.isEmpty() ? "" : " (first: %s)".formatted(samples.getFirst().shown());
    return "%sexpected %s, found %s%s".formatted(where, expected, observed, first);
  }
}
