package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A DuckDB in memory that reads one file. Every cell is read as text: what a text means is the
 * schema's business, so that training and serving read the same way.
 */
final class DuckDb implements AutoCloseable {
  private static final int SAMPLES = 20;

  private final LockedDuckDb duckDb;

  private DuckDb(LockedDuckDb duckDb) {
    this.duckDb = duckDb;
  }

  /** Opens a DuckDB that can read this file and nothing else. */
  static DuckDb open(DataFile file, IngestConfig config) throws SQLException, IOException {
    return new DuckDb(LockedDuckDb.open(config, file.path()));
  }

  /** Reads the columns at these places of a CSV file. */
  RawTable csv(DataFile file, CsvHeader header, int[] places) throws SQLException {
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
                cells(places, "c%d"),
                LockedDuckDb.text(file.path().toString()),
                LockedDuckDb.text(String.valueOf(header.delimiter())),
                file.encoding().duckDbName(),
                columns));
    List<UnreadableLine> unreadable = unreadable();
    List<RawRow> rows = rows(places.length, new LineNumbers(2, unreadable));
    return new RawTable(
        header.columns(), rows, unreadable.size(), unreadable.stream().limit(SAMPLES).toList());
  }

  List<String> parquetColumns(DataFile file) throws SQLException {
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
  RawTable parquet(DataFile file, List<String> columns, int[] places) throws SQLException {
    String cells =
        IntStream.range(0, places.length)
            .mapToObj(i ->
                "cast(%s as varchar) as f%d"
                    .formatted(LockedDuckDb.name(columns.get(places[i])), i))
            .collect(Collectors.joining(", "));
    duckDb.execute("create table cells as select " + cells + " from " + parquet(file));
    List<RawRow> rows = rows(places.length, new LineNumbers(1, List.of()));
    return new RawTable(columns, rows, 0, List.of());
  }

  @Override
  public void close() throws SQLException, IOException {
    duckDb.close();
  }

  private List<RawRow> rows(int fields, LineNumbers lines) throws SQLException {
    String cells =
        IntStream.range(0, fields).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
    String query =
        "select min(rowid) as first, count(*), %s from cells group by %s order by first"
            .formatted(cells, cells);
    Map<String, String> texts = new HashMap<>();
    List<RawRow> rows = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        String[] row = new String[fields];
        for (int i = 0; i < fields; i++) {
          row[i] = once(texts, result.getString(i + 3));
        }
        rows.add(new RawRow(lines.of(result.getLong(1)), result.getLong(2), List.of(row)));
      }
    }
    return rows;
  }

  /** Columns repeat few texts many times: each is kept once. */
  private static String once(Map<String, String> texts, String cell) {
    return cell == null ? "" : texts.computeIfAbsent(cell, text -> text);
  }

  private List<UnreadableLine> unreadable() throws SQLException {
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

  private static String cells(int[] places, String column) {
    return IntStream.range(0, places.length)
        .mapToObj(i -> column.formatted(places[i]) + " as f" + i)
        .collect(Collectors.joining(", "));
  }

  private static String parquet(DataFile file) {
    return "read_parquet(" + LockedDuckDb.text(file.path().toString()) + ")";
  }
}
