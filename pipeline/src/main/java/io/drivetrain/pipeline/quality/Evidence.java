package io.drivetrain.pipeline.quality;

/**
 * One place that speaks against an expectation.
 *
 * @param line in the file, from 1; the first one when the row is repeated
 * @param value what stands there; a reason for a line that cannot be read
 */
public record Evidence(long line, String value) {

  /** For a sentence: {@code line 2, '--'}. */
  String shown() {
    return value.isBlank()
        ? "line %d, an empty cell".formatted(line)
        : "line %d, '%s'".formatted(line, value);
  }
}
