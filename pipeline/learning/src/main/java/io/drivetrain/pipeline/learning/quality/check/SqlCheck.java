package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import io.drivetrain.pipeline.learning.quality.finding.CellCount;
import io.drivetrain.pipeline.learning.quality.finding.Findings;
import io.drivetrain.pipeline.learning.quality.finding.ReportText;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import io.drivetrain.pipeline.learning.quality.sql.SqlTable;
import io.drivetrain.pipeline.learning.quality.sql.SqlWords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the rows of a file against the SQL of expectations. */
public final class SqlCheck {
  private final DataSql sql;
  private final FeatureSchema schema;

  SqlCheck(DataSql sql, FeatureSchema schema) {
    this.sql = sql;
    this.schema = schema;
  }

  Finding check(SqlExpectation expectation) {
    try {
      return switch (expectation) {
        case SqlExpectation.Condition condition -> condition(condition);
        case SqlExpectation.Value value -> value(value);
      };
    } catch (SQLException failed) {
      String reason = "no answer: " + SqlWords.of(failed);
      return Findings.undecided(expectation, expectation.label(), reason);
    }
  }

  private Finding condition(SqlExpectation.Condition condition) throws SQLException {
    DataSql.ConditionCount count = sql.count(condition.condition());
    return new CellCount(count.known(), count.failing(), samples(count.lines(), count.columns()))
        .mostly(condition, condition.mostly(), condition.label());
  }

  private Finding value(SqlExpectation.Value value) throws SQLException {
    String expected =
        "%s from %s to %s"
            .formatted(value.label(), ReportText.bound(value.min()), ReportText.bound(value.max()));
    OptionalDouble found = sql.value(value.query());
    if (found.isEmpty()) {
      return Findings.undecided(value, expected, "no value");
    }
    double number = found.getAsDouble();
    boolean passed =
        (value.min() == null || number >= value.min())
            && (value.max() == null || number <= value.max());
    return Findings.of(
        value, passed, expected, ReportText.number(number), passed ? 0 : 1, List.of());
  }

  /** The cells that the condition is about, as they stand in the file. */
  private List<SampleRow> samples(List<Long> lines, List<String> columns) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> fields = fields(columns);
    String texts =
        fields.stream()
            .map(field -> ", " + PreparedColumns.text(field))
            .collect(Collectors.joining());
    String query =
        "select %1$s%2$s from %3$s where %1$s in (%4$s) order by %1$s"
            .formatted(
                PreparedColumns.LINE,
                texts,
                SqlTable.ROWS,
                lines.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    return sql.rows()
        .list(
            query,
            row -> {
              List<String> cells = new ArrayList<>();
              for (int i = 0; i < fields.size(); i++) {
                cells.add(fields.get(i) + " = " + row.getString(i + 2));
              }
              return new SampleRow(row.getLong(1), String.join(", ", cells));
            });
  }

  /** The fields that columns mean: DuckDB does not tell names apart by their case. */
  private List<String> fields(List<String> columns) {
    Set<String> fields = new LinkedHashSet<>();
    for (String column : columns) {
      for (Feature feature : schema.features()) {
        if (column.equalsIgnoreCase(feature.name()) || column.equalsIgnoreCase(feature.source())) {
          fields.add(feature.name());
        }
      }
      if (column.equalsIgnoreCase(schema.target().name())
          || column.equalsIgnoreCase(schema.target().source())) {
        fields.add(schema.target().name());
      }
    }
    return List.copyOf(fields);
  }
}
