package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.KnownRows;
import io.drivetrain.pipeline.learning.statistics.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of the hold-out champion and challenger are compared on: all of them, or those alone
 * that the champion's data did not hold, when its errors there are others than on the rest. A
 * market that has moved shows in the newest rows; the older ones only tell who knows the past.
 *
 * @param rows that are compared on
 * @param note what a reader should know of it; "" when all are compared on
 */
record NewestRows(List<Example> rows, String note) {
  /** Fewer could not tell one model from another. */
  private static final int LEAST_NEWEST = 100;

  private static final int LEAST_KNOWN = 30;
  private static final double SIGNIFICANCE = 0.01;

  /**
   * @param champion its predicted values
   * @param known rows of the champion's data; empty when they were not kept
   */
  static NewestRows of(
      List<Example> rows, Map<Example, Double> champion, Optional<KnownRows> known) {
    if (known.isEmpty()) {
      return new NewestRows(rows, "");
    }
    List<Example> newest = rows.stream().filter(row -> !known.orElseThrow().holds(row)).toList();
    List<Example> others = rows.stream().filter(known.orElseThrow()::holds).toList();
    if (newest.size() < LEAST_NEWEST || others.size() < LEAST_KNOWN) {
      return new NewestRows(rows, "");
    }
    TestResult moved =
        TestResult.kolmogorovSmirnov(errors(others, champion), errors(newest, champion));
    if (moved.pValue() >= SIGNIFICANCE) {
      return new NewestRows(rows, "");
    }
    return new NewestRows(
        newest,
        String.format(
            Locale.ROOT,
            "The data has moved: on the %d rows that the champion's data did not hold its errors"
                + " are others than on the rest (p = %.2g). The two are compared on these rows.",
            newest.size(),
            moved.pValue()));
  }

  /** With their sign, as shares of the actual value where that is not 0. */
  private static double[] errors(List<Example> rows, Map<Example, Double> champion) {
    return rows.stream()
        .mapToDouble(row ->
            (champion.get(row) - row.target()) / (row.target() == 0 ? 1 : Math.abs(row.target())))
        .toArray();
  }
}
