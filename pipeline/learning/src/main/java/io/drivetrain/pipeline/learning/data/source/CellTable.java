package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The cells of one file in DuckDB. Every cell is read as text: what a text means is the schema's
 * business, so that training and serving read the same way.
 */
final class CellTable implements AutoCloseable {
  private final LockedDuckDb duckDb;
  private final List<String> headers;
  private final int fields;
  private final LineCounts counts;
  private final List<UnreadableLine> unreadable;

  /** Takes a row's first line, the number of its copies, and its cells. */
  @FunctionalInterface
  interface RawSink {
    void add(RawRow row) throws SQLException;
  }

  private CellTable(
      LockedDuckDb duckDb,
      List<String> headers,
      int fields,
      LineCounts counts,
      List<UnreadableLine> unreadable) {
    this.duckDb = duckDb;
    this.headers = headers;
    this.fields = fields;
    this.counts = counts;
    this.unreadable = unreadable;
  }

  /** Reads the columns at these places of a CSV file. */
  static CellTable csv(LockedDuckDb duckDb, DataFile file, CsvHeader header, int[] places)
      throws SQLException, IOException {
    duckDb.execute(
        "create or replace table cells (line bigint, %s)"
            .formatted(each(places.length, i -> "f%d varchar".formatted(i))));
    CsvTable table = new CsvTable(header);
    try (DuckDBConnection writing = duckDb.other();
        DuckDBAppender appender = writing.createAppender("cells")) {
      table.read(
          file,
          row -> {
            appender.beginRow();
            appender.append(row.line());
            for (int place : places) {
              appender.append(row.cells().get(place));
            }
            appender.endRow();
          });
    }
    return new CellTable(
        duckDb, header.columns(), places.length, table.counts(), table.unreadable());
  }

  static List<String> parquetColumns(LockedDuckDb duckDb, DataFile file) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery("describe select * from " + parquet(file))) {
      while (result.next()) {
        columns.add(result.getString("column_name"));
      }
    }
    return columns;
  }

  /** Reads the columns at these places of a Parquet file. */
  static CellTable parquet(LockedDuckDb duckDb, DataFile file, List<String> columns, int[] places)
      throws SQLException {
    String cells =
        each(
            places.length,
            i ->
                "cast(%s as varchar) as f%d"
                    .formatted(LockedDuckDb.name(columns.get(places[i])), i));
    duckDb.execute(
        "create or replace table cells as select row_number() over () as line, %s from %s"
            .formatted(cells, parquet(file)));
    return new CellTable(
        duckDb, columns, places.length, LineCounts.ofRows(count(duckDb)), List.of());
  }

  /** Of all columns of the file, in its order, also of those that were not read. */
  List<String> headers() {
    return headers;
  }

  /** What became of each line. */
  LineCounts counts() {
    return counts;
  }

  /** The first records that are no rows. */
  List<UnreadableLine> unreadable() {
    return unreadable;
  }

  /** Hands over the different rows in the order of the file. */
  void forEach(RawSink sink) throws SQLException {
    String cells = each(fields, i -> "f" + i);
    String query =
        "select min(line) as first, count(*), %s from cells group by %s order by first"
            .formatted(cells, cells);
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        String[] row = new String[fields];
        for (int i = 0; i < fields; i++) {
          String cell = result.getString(i + 3);
          row[i] = cell == null ? "" : cell;
        }
        sink.add(new RawRow(result.getLong(1), result.getLong(2), List.of(row)));
      }
    }
  }

  /**
   * Different texts of one field with how often each stands there.
   *
   * @param most how many of them, the most frequent ones
   */
  Map<String, Long> texts(int field, int most) throws SQLException {
    Map<String, Long> texts = new LinkedHashMap<>();
    String query =
        "select coalesce(f%1$d, '') as text, count(*) as copies from cells group by text order by copies desc, text limit %2$d"
            .formatted(field, most);
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        texts.put(result.getString(1), result.getLong(2));
      }
    }
    return texts;
  }

  /** Makes room for what is made of the cells. */
  @Override
  public void close() throws SQLException {
    duckDb.execute("drop table cells");
  }

  private static long count(LockedDuckDb duckDb) throws SQLException {
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery("select count(*) from cells")) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String each(int fields, IntFunction<String> field) {
    return IntStream.range(0, fields).mapToObj(field).collect(Collectors.joining(", "));
  }

  private static String parquet(DataFile file) {
    return "read_parquet(" + LockedDuckDb.text(file.path().toString()) + ")";
  }
}
