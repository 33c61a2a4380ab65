package io.drivetrain.registry.search;

import io.drivetrain.registry.sql.Sql;

/**
 * A table of values by key that belong to what is searched: tags, params, metrics.
 *
 * @param owner the condition that ties a row {@code k} to its owner: {@code k.run = r.id}
 * @param value the column that is compared and ordered by
 * @param numeric compared as a number, else as text
 * @param presence whether IS NULL and IS NOT NULL are understood
 */
public record KeyedValues(
    String table,
    String owner,
    String value,
    boolean numeric,
    boolean presence,
    boolean orderable) {

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
