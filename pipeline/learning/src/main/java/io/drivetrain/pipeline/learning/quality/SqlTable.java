package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.source.DataRow;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** The rows of a file as the table that SQL of definitions reads; see {@link SqlExpectation}. */
final class SqlTable {
  static final String NAME = "data";

  /** A column with the line of the row. No feature is called so: their names have no spaces. */
  static final String LINE = "\"line in the file\"";

  private static final String ROWS = "rows_of_the_file";

  private final LockedDuckDb duckDb;
  private final FeatureSchema schema;

  private SqlTable(LockedDuckDb duckDb, FeatureSchema schema) {
    this.duckDb = duckDb;
    this.schema = schema;
  }

  /** Makes the table, without rows. */
  static SqlTable create(LockedDuckDb duckDb, FeatureSchema schema) throws SQLException {
    duckDb.execute(rows(schema));
    duckDb.execute(view(schema));
    return new SqlTable(duckDb, schema);
  }

  void fill(DataTable table) throws SQLException {
    try (DuckDBAppender appender = duckDb.connection().createAppender(ROWS)) {
      for (DataRow row : table.rows()) {
        for (long copy = 0; copy < row.copies(); copy++) {
          append(appender, row);
        }
      }
    }
  }

  private static String rows(FeatureSchema schema) {
    String columns =
        schema.features().stream()
            .map(feature -> ", %s %s".formatted(LockedDuckDb.name(feature.name()), type(feature)))
            .collect(Collectors.joining());
    return "create table %s (%s bigint%s, %s double)"
        .formatted(ROWS, LINE, columns, LockedDuckDb.name(schema.target().name()));
  }

  private static String type(Feature feature) {
    return switch (feature) {
      case NumericFeature number -> number.integer() ? "bigint" : "double";
      case CategoricalFeature _, TextFeature _ -> "varchar";
      case BooleanFeature _ -> "boolean";
      case DateFeature _ -> "date";
    };
  }

  /** Each column under both of its names; DuckDB does not tell names apart by their case. */
  private static String view(FeatureSchema schema) {
    Set<String> taken = new HashSet<>();
    schema.features().forEach(feature -> taken.add(feature.name()));
    taken.add(schema.target().name());
    List<String> columns = new ArrayList<>();
    schema.features().forEach(feature -> header(feature.name(), feature.source(), taken, columns));
    header(schema.target().name(), schema.target().source(), taken, columns);
    return "create view %s as select *%s from %s".formatted(NAME, String.join("", columns), ROWS);
  }

  private static void header(String name, String header, Set<String> taken, List<String> columns) {
    if (taken.add(header.toLowerCase(Locale.ROOT))) {
      columns.add(", %s as %s".formatted(LockedDuckDb.name(name), LockedDuckDb.name(header)));
    }
  }

  private void append(DuckDBAppender appender, DataRow row) throws SQLException {
    appender.beginRow();
    appender.append(row.line());
    for (int i = 0; i < schema.size(); i++) {
      Cell cell = Cell.of(row, i, schema.feature(i).name());
      append(appender, schema.feature(i), cell.value());
    }
    if (Double.isNaN(row.target())) {
      appender.appendNull();
    } else {
      appender.append(row.target());
    }
    appender.endRow();
  }

  private static void append(DuckDBAppender appender, Feature feature, Object value)
      throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case Double number when feature instanceof NumericFeature numeric && numeric.integer() ->
          appender.append(number.longValue());
      case Double number -> appender.append(number.doubleValue());
      case Boolean flag -> appender.append(flag.booleanValue());
      case LocalDate day -> appender.append(day);
      default -> appender.append(value.toString());
    }
  }
}
