package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the predictions of the hold-out lie. Shares are of 1 and of the rows.
 *
 * @param unit of the target
 * @param meanError predicted less actual: below 0 the model says too little on average
 * @param withinTenPercent predictions off by at most 10 % of the actual value
 * @param insideInterval actual values that lie in the interval of their prediction
 * @param rows of the hold-out
 */
public record HoldOutReport(
    String unit,
    long count,
    double meanError,
    double withinTenPercent,
    double withinTwentyPercent,
    double insideInterval,
    @JsonIgnore List<PredictedRow> rows) {

  public HoldOutReport {
    rows = List.copyOf(rows);
  }

  /** One row, in the target's unit. */
  public record PredictedRow(double actual, double predicted, double low, double high) {
    public double error() {
      return predicted - actual;
    }

    private boolean isWithin(double share) {
      return Math.abs(error()) <= share * Math.abs(actual);
    }

    private boolean isInside() {
      return low <= actual && actual <= high;
    }
  }

  /**
   * @param table {@code evaluation/predictions.csv}
   */
  static Optional<HoldOutReport> of(List<Map<String, String>> table, String unit) {
    List<PredictedRow> rows = table.stream().map(HoldOutReport::row).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HoldOutReport(
            unit,
            rows.size(),
            rows.stream().mapToDouble(PredictedRow::error).average().orElseThrow(),
            share(rows.stream().filter(row -> row.isWithin(0.1)).count(), rows.size()),
            share(rows.stream().filter(row -> row.isWithin(0.2)).count(), rows.size()),
            share(rows.stream().filter(PredictedRow::isInside).count(), rows.size()),
            rows));
  }

  private static double share(long some, long all) {
    return (double) some / all;
  }

  private static PredictedRow row(Map<String, String> cells) {
    return new PredictedRow(
        Double.parseDouble(cells.get("actual")),
        Double.parseDouble(cells.get("predicted")),
        Double.parseDouble(cells.get("low")),
        Double.parseDouble(cells.get("high")));
  }
}
