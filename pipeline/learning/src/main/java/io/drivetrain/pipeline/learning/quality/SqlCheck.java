package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a table against the SQL of expectations. */
final class SqlCheck {
  private final DataTable table;
  private final FeatureSchema schema;
  private final IngestConfig ingest;
  private final QualityConfig config;

  SqlCheck(DataTable table, FeatureSchema schema, IngestConfig ingest, QualityConfig config) {
    this.table = table;
    this.schema = schema;
    this.ingest = ingest;
    this.config = config;
  }

  /** Checks all of them on one copy of the table; none costs nothing. */
  Map<SqlExpectation, Finding> check(List<SqlExpectation> expectations) {
    Map<SqlExpectation, Finding> findings = new HashMap<>();
    if (expectations.isEmpty()) {
      return findings;
    }
    try (DataSql sql = DataSql.open(schema, ingest, config)) {
      sql.load(table);
      expectations.forEach(expectation -> findings.put(expectation, check(sql, expectation)));
    } catch (SQLException | IOException tooLarge) {
      String reason = "no answer: " + DataSql.reason(tooLarge);
      expectations.forEach(expectation ->
          findings.putIfAbsent(
              expectation, Finding.undecided(expectation, expectation.label(), reason)));
    }
    return findings;
  }

  private Finding check(DataSql sql, SqlExpectation expectation) {
    try {
      return switch (expectation) {
        case SqlExpectation.Condition condition -> condition(sql, condition);
        case SqlExpectation.Value value -> value(sql, value);
      };
    } catch (SQLException failed) {
      String reason = "no answer: " + DataSql.reason(failed);
      return Finding.undecided(expectation, expectation.label(), reason);
    }
  }

  private Finding condition(DataSql sql, SqlExpectation.Condition condition) throws SQLException {
    DataSql.ConditionCount count = sql.count(condition.condition());
    return CellCount.mostly(
        condition,
        condition.mostly(),
        condition.label(),
        count.known(),
        count.failing(),
        samples(count.lines(), count.columns()));
  }

  private static Finding value(DataSql sql, SqlExpectation.Value value) throws SQLException {
    String expected =
        "%s from %s to %s"
            .formatted(value.label(), ReportText.bound(value.min()), ReportText.bound(value.max()));
    OptionalDouble found = sql.value(value.query());
    if (found.isEmpty()) {
      return Finding.undecided(value, expected, "no value");
    }
    double number = found.getAsDouble();
    boolean passed =
        (value.min() == null || number >= value.min())
            && (value.max() == null || number <= value.max());
    return Finding.of(
        value, passed, expected, ReportText.number(number), passed ? 0 : 1, List.of());
  }

  /** The cells that the condition is about, as they stand in the file. */
  private List<Evidence> samples(List<Long> lines, List<String> columns) {
    Set<Integer> places = new LinkedHashSet<>();
    columns.forEach(column -> place(column).ifPresent(places::add));
    Map<Long, DataRow> rows =
        table.rows().stream()
            .filter(row -> lines.contains(row.line()))
            .collect(Collectors.toMap(DataRow::line, row -> row));
    List<Evidence> samples = new ArrayList<>();
    for (long line : lines) {
      List<String> cells = rows.get(line).cells();
      samples.add(
          new Evidence(
              line,
              places.stream()
                  .map(place -> table.fields().get(place) + " = " + cells.get(place))
                  .collect(Collectors.joining(", "))));
    }
    return samples;
  }

  /** DuckDB does not tell names apart by their case, and neither must we. */
  private OptionalInt place(String column) {
    for (int i = 0; i < table.fields().size(); i++) {
      String header = i < schema.size() ? schema.feature(i).source() : schema.target().source();
      if (column.equalsIgnoreCase(table.fields().get(i)) || column.equalsIgnoreCase(header)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
