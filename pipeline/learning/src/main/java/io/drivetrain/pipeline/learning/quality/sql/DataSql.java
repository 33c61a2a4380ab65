package io.drivetrain.pipeline.learning.quality.sql;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Answers the SQL of a definition, from the table of the rows and nothing else. */
public final class DataSql implements AutoCloseable {
  private static final String TRUTH = "BOOLEAN";
  private static final Pattern NUMBER =
      Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*");

  private final LockedDuckDb duckDb;
  private final SqlClock clock;

  private DataSql(LockedDuckDb duckDb, SqlClock clock) {
    this.duckDb = duckDb;
    this.clock = clock;
  }

  /** The table without rows. */
  public static DataSql open(FeatureSchema schema, IngestConfig ingest, QualityConfig config)
      throws SQLException, IOException {
    return open(LockedDuckDb.open(ingest), config, duckDb -> SqlTable.create(duckDb, schema));
  }

  /** The table of prepared rows. */
  public static DataSql open(
      Path parquet, FeatureSchema schema, IngestConfig ingest, QualityConfig config)
      throws SQLException, IOException {
    return open(
        LockedDuckDb.open(ingest, parquet),
        config,
        duckDb -> SqlTable.create(duckDb, schema, parquet));
  }

  private interface Setup {
    void run(LockedDuckDb duckDb) throws SQLException;
  }

  private static DataSql open(LockedDuckDb duckDb, QualityConfig config, Setup setup)
      throws SQLException, IOException {
    try {
      setup.run(duckDb);
      return new DataSql(duckDb, new SqlClock(config.sqlTimeout()));
    } catch (SQLException refused) {
      duckDb.close();
      throw refused;
    }
  }

  /** The rows for questions of our own. */
  public RowQueries rows() {
    return new RowQueries(duckDb);
  }

  /**
   * Checks what can be checked without the rows: that it is SQL, of columns that there are, and
   * gives a truth or a number.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public void check(SqlExpectation expectation) throws SQLException {
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
      throw new IllegalArgumentException(SqlWords.of(wrong), wrong);
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
  public record ConditionCount(long known, long failing, List<Long> lines, List<String> columns) {}

  public ConditionCount count(String condition) throws SQLException {
    String rows = withLines(condition);
    String counts =
        "select count(holds), count(*) filter (where not holds) from (%s)".formatted(rows);
    String lines =
        "select distinct line from (%s) where not holds order by line limit %d"
            .formatted(rows, SampleRow.MOST);
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
  public OptionalDouble value(String query) throws SQLException {
    return clock.run(
        duckDb.connection(),
        query,
        result -> {
          if (!result.next()) {
            throw new NoAnswerException("it gave no row");
          }
          Object value = result.getObject(1);
          if (result.next()) {
            throw new NoAnswerException("it gave more than one row");
          }
          return switch (value) {
            case null -> OptionalDouble.empty();
            case Boolean flag -> OptionalDouble.of(flag ? 1 : 0);
            default -> OptionalDouble.of(((Number) value).doubleValue());
          };
        });
  }

  @Override
  public void close() throws SQLException, IOException {
    duckDb.close();
  }

  private static String withLines(String condition) {
    return "select %s as line, (%s\n) as holds from %s"
        .formatted(PreparedColumns.LINE, condition, SqlTable.NAME);
  }

  /**
   * The type of the only column that a query gives, empty when it gives more than one. The query is
   * bound, but not optimised: DuckDB would compute its constants, without any limit of time.
   */
  private String type(String query) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet columns = statement.executeQuery("describe " + query)) {
      columns.next();
      String type = columns.getString("column_type");
      return columns.next() ? "" : type;
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
