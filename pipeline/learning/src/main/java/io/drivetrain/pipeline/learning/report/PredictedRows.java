package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.HoldOutReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hold-out, row by row: {@code evaluation/predictions.csv}.
 *
 * @param rows none when the file could not be read
 */
public record PredictedRows(List<PredictedRow> rows) {

  public PredictedRows {
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

  static PredictedRows of(List<Map<String, String>> table) {
    return new PredictedRows(table.stream().map(PredictedRows::row).toList());
  }

  Optional<HoldOutReport> summary(String unit) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HoldOutReport(
            unit,
            rows.size(),
            rows.stream().mapToDouble(PredictedRow::error).average().orElseThrow(),
            share(row -> row.isWithin(0.1)),
            share(row -> row.isWithin(0.2)),
            share(PredictedRow::isInside)));
  }

  private double share(Predicate<PredictedRow> counted) {
    return (double) rows.stream().filter(counted).count() / rows.size();
  }

  private static PredictedRow row(Map<String, String> cells) {
    return new PredictedRow(
        Double.parseDouble(cells.get("actual")),
        Double.parseDouble(cells.get("predicted")),
        Double.parseDouble(cells.get("low")),
        Double.parseDouble(cells.get("high")));
  }
}
