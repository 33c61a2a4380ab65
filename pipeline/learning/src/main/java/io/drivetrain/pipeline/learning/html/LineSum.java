package io.drivetrain.pipeline.learning.html;

import io.drivetrain.pipeline.api.quality.LineCounts;

/** What became of the lines of a file, as a sum: {@code 12 = 1 header + 10 rows + 1 refused}. */
public record LineSum(PageText text) {

  public String of(LineCounts lines) {
    NumberText numbers = text.numbers();
    return text.of("lines_sum", lines.terms().mapToObj(numbers::count).toArray());
  }
}
