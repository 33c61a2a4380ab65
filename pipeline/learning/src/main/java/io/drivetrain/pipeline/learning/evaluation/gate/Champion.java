package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
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
   * @param readable how many rows both can read; more than were compared when only the newest count
   * @param noise standard deviation of the difference of the mean absolute errors of two equal
   *     models, in the target's unit; 0 when it was not estimated
   * @param note what a reader should know of the comparison
   */
  record Compared(
      String version,
      HoldOutMetrics metrics,
      List<Example> examples,
      double[] predicted,
      double[] challengerErrors,
      double[] championErrors,
      int readable,
      double noise,
      String note)
      implements Champion {

    double meanError() {
      return Arrays.stream(championErrors).average().orElseThrow();
    }

    /** That of the rows in the training range: single values far outside do not decide it. */
    double usualError() {
      return metrics.value(Metric.IN_RANGE_MAE).orElseGet(this::meanError);
    }

    boolean isOfNewestRows() {
      return championErrors.length < readable;
    }
  }
}
