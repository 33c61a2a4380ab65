package io.drivetrain.pipeline.learning.data;

import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What prepared data notes of its source, in the metadata of the Parquet file.
 *
 * @param source the file, below the data folder
 * @param sha256 of that file
 * @param unreadable lines of it that are no rows
 * @param splitSeed that the parts were made with
 */
record PreparedNotes(String source, String sha256, long unreadable, long splitSeed) {

  static PreparedNotes of(DataTable table, long splitSeed) {
    return new PreparedNotes(
        table.file().name(), table.file().sha256(), table.unreadable(), splitSeed);
  }

  /** As DuckDB writes metadata. */
  String sql() {
    return "{source: %s, sha256: %s, unreadable: '%d', split_seed: '%d'}"
        .formatted(LockedDuckDb.text(source), LockedDuckDb.text(sha256), unreadable, splitSeed);
  }

  static PreparedNotes read(LockedDuckDb duckDb, Path parquet) throws SQLException {
    Map<String, String> notes = new HashMap<>();
    String query =
        "select decode(key), decode(value) from parquet_kv_metadata(%s)"
            .formatted(LockedDuckDb.text(parquet.toString()));
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        notes.put(result.getString(1), result.getString(2));
      }
    }
    return new PreparedNotes(
        notes.get("source"),
        notes.get("sha256"),
        Long.parseLong(notes.get("unreadable")),
        Long.parseLong(notes.get("split_seed")));
  }
}
