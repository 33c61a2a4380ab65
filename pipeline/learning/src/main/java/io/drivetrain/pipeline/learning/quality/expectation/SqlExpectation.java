package io.drivetrain.pipeline.learning.quality.expectation;

import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import java.util.Objects;

/**
 * Something that must be true of the data, in the SQL of DuckDB. The table {@code data} has the
 * rows of the file, repeated ones included, in columns of the features' types; each column goes by
 * its canonical name and by its header ({@code mileage_km}, {@code "Kilométrage"}). Cells that are
 * missing or were refused are null. A definition whose SQL does not fit the table is refused.
 */
public sealed interface SqlExpectation extends Expectation {

  @Override
  default List<String> columns() {
    return List.of();
  }

  /** The text of it. */
  String sql();

  /** The key of a definition under which the text stands. */
  String key();

  /** What it is about, in a report. */
  String label();

  /**
   * A condition is true of the rows.
   *
   * @param label what it is about, for reports: {@code cars that were not driven day and night};
   *     absent: the condition
   * @param condition such as {@code price > 0 or condition = 'Pour Pièces'}; rows of which it is
   *     null do not count
   * @param mostly least share of the others; absent: all
   */
  record Condition(String label, String condition, Double mostly, Severity severity)
      implements SqlExpectation {
    public Condition {
      severity = Expectation.orError(severity);
      Objects.requireNonNull(condition, "a 'sql' expectation needs a condition");
      label = labelOr(label, "rows for which " + condition);
      mostly = Expectation.shareOrAll("mostly", mostly);
    }

    @Override
    public String sql() {
      return condition;
    }

    @Override
    public String key() {
      return "condition";
    }
  }

  /**
   * The single value of a query lies between two bounds, both included.
   *
   * @param label what it is about, for reports: {@code the median price in MAD}; absent: the query
   * @param query such as {@code select median(price) from data}; true counts as 1, false as 0
   * @param min absent: no bound
   * @param max absent: no bound
   */
  record Value(String label, String query, Double min, Double max, Severity severity)
      implements SqlExpectation {
    public Value {
      severity = Expectation.orError(severity);
      Objects.requireNonNull(query, "a 'sql_value' expectation needs a query");
      label = labelOr(label, query);
      if (min == null && max == null) {
        throw new IllegalArgumentException("a 'sql_value' expectation needs 'min' or 'max'");
      }
    }

    @Override
    public String sql() {
      return query;
    }

    @Override
    public String key() {
      return "query";
    }
  }

  private static String labelOr(String label, String sql) {
    return label == null ? sql.strip().replaceAll("\\s+", " ") : label;
  }
}
