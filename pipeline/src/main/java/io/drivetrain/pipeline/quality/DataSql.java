package io.drivetrain.pipeline.quality;

import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.ingest.DataRow;
import io.drivetrain.pipeline.ingest.DataTable;
import io.drivetrain.pipeline.ingest.IngestConfig;
import io.drivetrain.pipeline.ingest.LockedDuckDb;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** The table {@code data} in a DuckDB that reaches nothing else, for the SQL of a definition. */
final class DataSql implements AutoCloseable {
  private static final String ROWS = "rows_of_the_file";

  /** No feature is called so: their names have no spaces. */
  private static final String LINE = "\"line in the file\"";

  private static final String TRUTH = "BOOLEAN";
  private static final Pattern NUMBER =
      Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*");

  private final LockedDuckDb duckDb;
  private final FeatureSchema schema;
  private final SqlClock clock;

  private DataSql(LockedDuckDb duckDb, FeatureSchema schema, SqlClock clock) {
    this.duckDb = duckDb;
    this.schema = schema;
    this.clock = clock;
  }

  /** The table without rows. */
  static DataSql open(FeatureSchema schema, IngestConfig ingest, QualityConfig config)
      throws SQLException, IOException {
    LockedDuckDb duckDb = LockedDuckDb.open(ingest);
    duckDb.execute(rows(schema));
    duckDb.execute(view(schema));
    return new DataSql(duckDb, schema, new SqlClock(config.sqlTimeout()));
  }

  /**
   * Checks what can be checked without the rows: that it is SQL, of columns that there are, and
   * gives a truth or a number.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  void check(SqlExpectation expectation) throws SQLException {
    try {
      switch (expectation) {
        case SqlExpectation.Condition condition -> {
          SqlText text = SqlText.condition(duckDb, condition.condition());
          require(type(text.sql()).equals(TRUTH), "must be true or false for a row");
          type(withLines(condition.condition()));
        }
        case SqlExpectation.Value value -> {
          String type = type(SqlText.query(duckDb, value.query()).sql());
          require(type.equals(TRUTH) || NUMBER.matcher(type).matches(), "must give one number");
        }
      }
    } catch (SQLException wrong) {
      throw new IllegalArgumentException(reason(wrong), wrong);
    }
  }

  /** Fills the table. */
  void load(DataTable table) throws SQLException {
    try (DuckDBAppender appender = duckDb.connection().createAppender(ROWS)) {
      for (DataRow row : table.rows()) {
        for (long copy = 0; copy < row.copies(); copy++) {
          append(appender, row);
        }
      }
    }
  }

  /**
   * How many rows a condition is false of.
   *
   * @param known rows of which it is not null
   * @param failing rows of which it is false
   * @param lines of the first of these, each line once
   * @param columns that the condition names, as it names them
   */
  record ConditionCount(long known, long failing, List<Long> lines, List<String> columns) {}

  ConditionCount count(String condition) throws SQLException {
    String rows = withLines(condition);
    String counts =
        "select count(holds), count(*) filter (where not holds) from (%s)".formatted(rows);
    String lines =
        "select distinct line from (%s) where not holds order by line limit %d"
            .formatted(rows, Evidence.MOST);
    List<String> columns = SqlText.condition(duckDb, condition).columns();
    List<Long> count = clock.run(duckDb.connection(), counts, DataSql::firstRow);
    List<Long> first = clock.run(duckDb.connection(), lines, DataSql::firstColumn);
    return new ConditionCount(count.getFirst(), count.getLast(), first, columns);
  }

  private static List<Long> firstRow(ResultSet result) throws SQLException {
    result.next();
    return List.of(result.getLong(1), result.getLong(2));
  }

  private static List<Long> firstColumn(ResultSet result) throws SQLException {
    List<Long> values = new ArrayList<>();
    while (result.next()) {
      values.add(result.getLong(1));
    }
    return values;
  }

  /**
   * The single value of a query; empty when it is null.
   *
   * @throws SQLException also when it gives no row, or more than one
   */
  OptionalDouble value(String query) throws SQLException {
    return clock.run(
        duckDb.connection(),
        query,
        result -> {
          if (!result.next()) {
            throw new SQLException("it gave no row");
          }
          Object value = result.getObject(1);
          if (result.next()) {
            throw new SQLException("it gave more than one row");
          }
          return switch (value) {
            case null -> OptionalDouble.empty();
            case Boolean flag -> OptionalDouble.of(flag ? 1 : 0);
            default -> OptionalDouble.of(((Number) value).doubleValue());
          };
        });
  }

  /** What a database says is wrong, in its first line. */
  static String reason(Exception error) {
    String message = error.getMessage() == null ? "" : error.getMessage();
    return message.lines().findFirst().orElse("no reason given");
  }

  @Override
  public void close() throws SQLException, IOException {
    duckDb.close();
  }

  private static String withLines(String condition) {
    return "select %s as line, (%s\n) as holds from %s".formatted(LINE, condition, SqlText.TABLE);
  }

  /** The type of the only column that a query gives, empty when it gives more than one. */
  private String type(String query) throws SQLException {
    try (PreparedStatement statement = duckDb.connection().prepareStatement(query)) {
      ResultSetMetaData columns = statement.getMetaData();
      return columns.getColumnCount() == 1 ? columns.getColumnTypeName(1) : "";
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
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
    return "create view %s as select *%s from %s"
        .formatted(SqlText.TABLE, String.join("", columns), ROWS);
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
