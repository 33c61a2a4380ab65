package io.drivetrain.pipeline.api.quality;

/**
 * One place that speaks against an expectation.
 *
 * @param line in the file, from 1; the first one when the row is repeated
 * @param value what stands there, at most 200 characters of it; a reason for a line that cannot be
 *     read; {@code year = 2050, price = 1} when it is about several columns
 */
public record SampleRow(long line, String value) {
  /** How many of them a report shows for one expectation. */
  public static final int MOST = 20;

  private static final int LONGEST = 200;

  public SampleRow {
    value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
  }

  /** For a sentence: {@code line 2, '--'}. */
  String shown() {
    return value.isBlank()
        ? "line %d, an empty cell".formatted(line)
        : "line %d, '%s'".formatted(line, value);
  }
}
