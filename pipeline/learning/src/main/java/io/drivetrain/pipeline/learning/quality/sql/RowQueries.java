package io.drivetrain.pipeline.learning.quality.sql;

import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.data.PreparedColumns;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.quality.finding.CellCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Asks the different rows of a file, in SQL of our own; see {@link PreparedColumns}. */
public final class RowQueries {
  private static final String FAILING_TEXTS = "failing_texts";

  private final LockedDuckDb duckDb;

  RowQueries(LockedDuckDb duckDb) {
    this.duckDb = duckDb;
  }

  public interface RowReading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What each row of a result is read as. */
  public <T> List<T> list(String query, RowReading<T> reading) {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reading.read(result));
      }
      return rows;
    } catch (SQLException failed) {
      throw unanswered(failed);
    }
  }

  /**
   * Counts rows.
   *
   * @param counted condition of the rows that count
   * @param failing condition of those of them that speak against an expectation
   * @param field whose text is shown of these
   */
  public CellCount count(String counted, String failing, String field) {
    String sums =
        "select sum(%1$s) filter (where %2$s), sum(%1$s) filter (where %2$s and %3$s) from %4$s"
            .formatted(PreparedColumns.COPIES, counted, failing, SqlTable.ROWS);
    String samples =
        "select %1$s, %2$s from %3$s where %4$s and %5$s order by %1$s limit %6$d"
            .formatted(
                PreparedColumns.LINE,
                PreparedColumns.text(field),
                SqlTable.ROWS,
                counted,
                failing,
                SampleRow.MOST);
    List<Long> sum = list(sums, row -> List.of(row.getLong(1), row.getLong(2))).getFirst();
    return new CellCount(
        sum.getFirst(),
        sum.getLast(),
        list(samples, row -> new SampleRow(row.getLong(1), row.getString(2))));
  }

  /** Counts the present cells of a field, and those whose texts do not hold; each text once. */
  public CellCount countTexts(String field, Predicate<String> holds) {
    String text = PreparedColumns.text(field);
    String different =
        "select distinct %s from %s where %s".formatted(text, SqlTable.ROWS, isPresent(field));
    try {
      duckDb.execute("create or replace table %s (text varchar)".formatted(FAILING_TEXTS));
      try (DuckDBConnection writing = duckDb.other();
          DuckDBAppender appender = writing.createAppender(FAILING_TEXTS);
          Statement statement = duckDb.connection().createStatement();
          ResultSet texts = statement.executeQuery(different)) {
        while (texts.next()) {
          if (!holds.test(texts.getString(1))) {
            appender.beginRow();
            appender.append(texts.getString(1));
            appender.endRow();
          }
        }
      }
    } catch (SQLException failed) {
      throw unanswered(failed);
    }
    String failing = "%s in (select text from %s)".formatted(text, FAILING_TEXTS);
    return count(isPresent(field), failing, field);
  }

  /** That a field has a value, or had a text that was refused. */
  public static String isPresent(String field) {
    return "(%s is not null or %s)"
        .formatted(PreparedColumns.value(field), PreparedColumns.refused(field));
  }

  private static IllegalStateException unanswered(SQLException failed) {
    return new IllegalStateException("DuckDB did not answer: " + failed.getMessage(), failed);
  }
}
