package io.drivetrain.pipeline.learning.quality.finding;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import java.util.List;
import java.util.Optional;

/** Makes the finding of an expectation. */
public final class Findings {
  private Findings() {}

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
        columns.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", columns)),
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
}
