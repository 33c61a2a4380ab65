package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes params and tags by plain JDBC, a whole batch at a time. Every writer goes through the keys
 * in sorted order, so that two batches wait for each other instead of locking up.
 */
@ApplicationScoped
class RunDataRepository {
  private final Database database;

  RunDataRepository(Database database) {
    this.database = database;
  }

  /** Keeps what is there already and answers it: the params among these with another value. */
  Map<String, String> addParams(long run, SortedMap<String, String> params) {
    int added =
        database.update(
            """
            insert into run_param (run, key, value)
            select ?, key, value from unnest(?::text[], ?::text[]) as new (key, value)
            on conflict do nothing
            """,
            run,
            keys(params),
            values(params));
    var others = new HashMap<String, String>();
    if (added == params.size()) {
      return others;
    }
    database.query(
        row -> others.put(row.text("key"), row.text("value")),
        "select key, value from run_param where run = ? and key = any (?)",
        run,
        keys(params));
    others.entrySet().removeAll(params.entrySet());
    return others;
  }

  void putTags(long run, SortedMap<String, String> tags) {
    database.update(
        """
        insert into run_tag (run, key, value)
        select ?, key, value from unnest(?::text[], ?::text[]) as new (key, value)
        on conflict (run, key) do update set value = excluded.value
        """,
        run,
        keys(tags),
        values(tags));
  }

  /** What the tags of these keys are, which nobody else changes until the transaction ends. */
  Map<String, String> lockTags(long run, SortedMap<String, String> tags) {
    var present = new HashMap<String, String>();
    database.query(
        row -> present.put(row.text("key"), row.text("value")),
        "select key, value from run_tag where run = ? and key = any (?) order by key for update",
        run,
        keys(tags));
    return present;
  }

  /** The value that it had; empty when there was no such tag. */
  Optional<String> deleteTag(long run, String key) {
    return database.find(
        row -> row.text("value"),
        "delete from run_tag where run = ? and key = ? returning value",
        run,
        key);
  }

  private static Object keys(SortedMap<String, String> map) {
    return map.keySet().toArray(String[]::new);
  }

  private static Object values(SortedMap<String, String> map) {
    return map.values().toArray(String[]::new);
  }
}
