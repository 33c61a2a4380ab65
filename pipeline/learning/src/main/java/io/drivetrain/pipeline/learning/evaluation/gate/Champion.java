package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.Arrays;
import java.util.List;

/** The model in production, as a challenger meets it. */
public sealed interface Champion {

  /** The version that was in production; "" when none was. */
  String version();

  /** There is none: the first model of all. */
  record None() implements Champion {
    @Override
    public String version() {
      return "";
    }
  }

  /**
   * It cannot be compared: its files cannot be read, or its features do not fit these rows.
   *
   * @param reason for people
   */
  record Unusable(String version, String reason) implements Champion {}

  /**
   * Both models on the rows that both can read.
   *
   * @param examples the rows
   * @param predicted by the champion, in the target's unit, row by row; for classes their places
   * @param challengerErrors absolute, in the target's unit, row by row; for classes the log losses
   * @param championErrors of the same rows
   * @param note what a reader should know of the comparison
   */
  record Compared(
      String version,
      HoldOutMetrics metrics,
      List<Example> examples,
      double[] predicted,
      double[] challengerErrors,
      double[] championErrors,
      String note)
      implements Champion {

    double meanError() {
      return Arrays.stream(championErrors).average().orElseThrow();
    }
  }
}
