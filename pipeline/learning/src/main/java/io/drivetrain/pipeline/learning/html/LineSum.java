package io.drivetrain.pipeline.learning.html;

import io.drivetrain.pipeline.api.quality.LineCounts;

/** What became of the lines of a file, as a sum: {@code 12 = 1 header + 10 rows + 1 refused}. */
public record LineSum(PageText text) {

  public String of(LineCounts lines) {
    NumberText numbers = text.numbers();
    return text.of(
        "lines_sum",
        numbers.count(lines.lines()),
        numbers.count(lines.header()),
        numbers.count(lines.rows()),
        numbers.count(lines.refused()),
        numbers.count(lines.blank()),
        numbers.count(lines.skipped()),
        numbers.count(lines.breaks()));
  }
}
