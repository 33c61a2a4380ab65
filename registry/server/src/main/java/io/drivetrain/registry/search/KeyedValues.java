package io.drivetrain.registry.search;

import io.drivetrain.database.Sql;
import java.util.Map;
import java.util.Set;

/**
 * A table of values by key that belong to what is searched: tags, params, metrics.
 *
 * @param owner the condition that ties a row {@code k} to its owner: {@code k.run = r.id}
 * @param value the column that is compared and ordered by
 * @param numeric compared as a number, else as text
 * @param presence whether IS NULL and IS NOT NULL are understood
 * @param statistics other columns, by the word that may follow a key: {@code metrics.rmse.min}
 * @param indexedBytes an index has the values up to this length; 0 where there is none
 * @param keys that there are; empty where any may be
 */
public record KeyedValues(
    String table,
    String owner,
    String value,
    boolean numeric,
    boolean presence,
    boolean orderable,
    Map<String, String> statistics,
    int indexedBytes,
    Set<String> keys) {
  public KeyedValues {
    statistics = Map.copyOf(statistics);
    keys = Set.copyOf(keys);
  }

  public KeyedValues(
      String table,
      String owner,
      String value,
      boolean numeric,
      boolean presence,
      boolean orderable) {
    this(table, owner, value, numeric, presence, orderable, Map.of(), 0, Set.of());
  }

  public KeyedValues withStatistics(Map<String, String> columns) {
    return new KeyedValues(
        table, owner, value, numeric, presence, orderable, columns, indexedBytes, keys);
  }

  /**
   * Of a partial index over key and value, on {@code octet_length(value) <= bytes}: Postgres does
   * not index values of any length.
   */
  public KeyedValues withValuesIndexedUpTo(int bytes) {
    return new KeyedValues(
        table, owner, value, numeric, presence, orderable, statistics, bytes, keys);
  }

  /** Of a table that has these keys and no others. */
  public KeyedValues withKeys(Set<String> known) {
    return new KeyedValues(
        table, owner, value, numeric, presence, orderable, statistics, indexedBytes, known);
  }

  boolean knows(String key) {
    return keys.isEmpty() || keys.contains(key);
  }

  /** The row of one key. */
  Sql row(String alias, String key) {
    return Sql.of(owner.replace("k.", alias + ".") + " and " + alias + ".key = ?", key);
  }

  Sql exists(String key, Sql condition) {
    return Sql.of("exists (select 1 from " + table + " k where")
        .then(row("k", key))
        .then(condition)
        .then(")");
  }
}
