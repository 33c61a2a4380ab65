package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cells of one file in DuckDB. Every cell is read as text: what a text means is the schema's
 * business, so that training and serving read the same way.
 */
final class CellTable implements AutoCloseable {
  private static final int SAMPLES = 20;

  private final LockedDuckDb duckDb;
  private final List<String> headers;
  private final int fields;
  private final long firstLine;
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
      long firstLine,
      List<UnreadableLine> unreadable) {
    this.duckDb = duckDb;
    this.headers = headers;
    this.fields = fields;
    this.firstLine = firstLine;
    this.unreadable = unreadable;
  }

  /** Reads the columns at these places of a CSV file. */
  static CellTable csv(LockedDuckDb duckDb, DataFile file, CsvHeader header, int[] places)
      throws SQLException {
    String columns =
        IntStream.range(0, header.columns().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    duckDb.execute(
        """
        create table cells as select %s from read_csv(%s, delim = %s, encoding = '%s',
          columns = %s, header = true, auto_detect = false, quote = '"', escape = '"',
          store_rejects = true)
        """
            .formatted(
                each(places.length, i -> "c%d as f%d".formatted(places[i], i)),
                LockedDuckDb.text(file.path().toString()),
                LockedDuckDb.text(String.valueOf(header.delimiter())),
                file.encoding().duckDbName(),
                columns));
    return new CellTable(duckDb, header.columns(), places.length, 2, unreadable(duckDb));
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
    duckDb.execute("create table cells as select " + cells + " from " + parquet(file));
    return new CellTable(duckDb, columns, places.length, 1, List.of());
  }

  /** Of all columns of the file, in its order, also of those that were not read. */
  List<String> headers() {
    return headers;
  }

  /** How many lines are no rows. */
  long unreadable() {
    return unreadable.size();
  }

  /** The first of them. */
  List<UnreadableLine> unreadableSamples() {
    return unreadable.stream().limit(SAMPLES).toList();
  }

  /** Hands over the different rows in the order of the file. */
  void forEach(RawSink sink) throws SQLException {
    LineNumbers lines = new LineNumbers(firstLine, unreadable);
    String cells = each(fields, i -> "f" + i);
    String query =
        "select min(rowid) as first, count(*), %s from cells group by %s order by first"
            .formatted(cells, cells);
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        String[] row = new String[fields];
        for (int i = 0; i < fields; i++) {
          String cell = result.getString(i + 3);
          row[i] = cell == null ? "" : cell;
        }
        sink.add(new RawRow(lines.of(result.getLong(1)), result.getLong(2), List.of(row)));
      }
    }
  }

  /** Makes room for what is made of the cells. */
  @Override
  public void close() throws SQLException {
    duckDb.execute("drop table cells");
  }

  private static List<UnreadableLine> unreadable(LockedDuckDb duckDb) throws SQLException {
    List<UnreadableLine> lines = new ArrayList<>();
    String query = "select line, min(error_message) from reject_errors group by line order by line";
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        lines.add(new UnreadableLine(result.getLong(1), result.getString(2)));
      }
    }
    return lines;
  }

  private static String each(int fields, IntFunction<String> field) {
    return IntStream.range(0, fields).mapToObj(field).collect(Collectors.joining(", "));
  }

  private static String parquet(DataFile file) {
    return "read_parquet(" + LockedDuckDb.text(file.path().toString()) + ")";
  }
}
