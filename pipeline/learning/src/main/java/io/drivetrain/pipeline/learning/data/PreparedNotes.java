package io.drivetrain.pipeline.learning.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.source.DataTable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What prepared data notes of its source, in the metadata of the Parquet file.
 *
 * @param source the file, below the data folder
 * @param sha256 of that file
 * @param reading how it was read
 * @param splitSeed that the parts were made with
 */
record PreparedNotes(String source, String sha256, Reading reading, long splitSeed) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * How the file was read.
   *
   * @param lines what became of each line
   * @param notes for people
   * @param classes of the target; none when it is a number
   */
  record Reading(LineCounts lines, List<String> notes, List<String> classes) {
    Reading {
      classes = classes == null ? List.of() : List.copyOf(classes);
    }
  }

  static PreparedNotes of(DataTable table, long splitSeed) {
    return new PreparedNotes(
        table.file().name(),
        table.file().sha256(),
        new Reading(table.lines(), table.notes(), table.classes()),
        splitSeed);
  }

  /** As DuckDB writes metadata. */
  String sql() {
    try {
      return "{source: %s, sha256: %s, reading: %s, split_seed: '%d'}"
          .formatted(
              LockedDuckDb.text(source),
              LockedDuckDb.text(sha256),
              LockedDuckDb.text(JSON.writeValueAsString(reading)),
              splitSeed);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers and texts are JSON", impossible);
    }
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
        reading(notes),
        Long.parseLong(notes.get("split_seed")));
  }

  /** Data that was prepared before lines were accounted for knows only those that are no rows. */
  private static Reading reading(Map<String, String> notes) {
    String json = notes.get("reading");
    if (json == null) {
      long refused = Long.parseLong(notes.get("unreadable"));
      return new Reading(new LineCounts(0, 0, 0, refused, 0, 0, 0), List.of(), List.of());
    }
    try {
      return JSON.readValue(json, Reading.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the prepared data does not say how it was read", damaged);
    }
  }
}
