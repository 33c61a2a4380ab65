package io.drivetrain.pipeline.learning.quality.sql;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The table that SQL of definitions reads, see {@link SqlExpectation}, over the different rows of a
 * file as they were prepared, see {@link PreparedColumns}.
 */
public final class SqlTable {
  /** Rows as often as they stand in the file. */
  static final String NAME = "data";

  /** Different rows. */
  public static final String ROWS = "rows_of_the_file";

  private SqlTable() {}

  /** Makes the table, without rows. */
  static void create(LockedDuckDb duckDb, FeatureSchema schema) throws SQLException {
    duckDb.execute(
        "create table %s (%s bigint, %s bigint, %s)"
            .formatted(
                ROWS,
                PreparedColumns.LINE,
                PreparedColumns.COPIES,
                String.join(", ", PreparedColumns.declarations(schema))));
    duckDb.execute(view(schema));
  }

  /** Makes the table of a file's rows, which stay where they are. */
  static void create(LockedDuckDb duckDb, FeatureSchema schema, Path parquet) throws SQLException {
    duckDb.execute(
        "create view %s as select * from read_parquet(%s)"
            .formatted(ROWS, LockedDuckDb.text(parquet.toString())));
    duckDb.execute(view(schema));
  }

  /** Each column under both of its names; DuckDB does not tell names apart by their case. */
  private static String view(FeatureSchema schema) {
    List<String> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Feature feature : schema.features()) {
      taken.add(feature.name());
      columns.add(column(value(feature), feature.name()));
    }
    String target = schema.target().name();
    taken.add(target);
    columns.add(PreparedColumns.value(target));
    for (Feature feature : schema.features()) {
      header(value(feature), feature.source(), taken, columns);
    }
    header(PreparedColumns.value(target), schema.target().source(), taken, columns);
    return "create view %s as select %s, %s from %s, unnest(range(%s))"
        .formatted(
            NAME, PreparedColumns.LINE, String.join(", ", columns), ROWS, PreparedColumns.COPIES);
  }

  private static void header(String value, String header, Set<String> taken, List<String> columns) {
    if (taken.add(header.toLowerCase(Locale.ROOT))) {
      columns.add(column(value, header));
    }
  }

  private static String column(String value, String name) {
    return value + " as " + LockedDuckDb.name(name);
  }

  private static String value(Feature feature) {
    String value = PreparedColumns.value(feature.name());
    return feature instanceof NumericFeature number && number.integer()
        ? "try_cast(%s as bigint)".formatted(value)
        : value;
  }
}
