package io.drivetrain.outbox;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table {@code outbox_message}, which each application has in its own schema. Times are those
 * of the database, so that the clocks of the replicas need not agree.
 */
final class OutboxRepository {
  private final Database database;

  OutboxRepository(Database database) {
    this.database = database;
  }

  void insert(String channel, String target, String subject, String payload) {
    database.update(
        "insert into outbox_message (channel, target, subject, payload) values (?, ?, ?, ?)",
        channel,
        target,
        subject,
        payload);
  }

  /**
   * No other replica claims these until the lease is over.
   *
   * @param paused targets by channel whose messages wait
   */
  List<OutboxMessage> claim(int most, Duration lease, Map<String, Set<String>> paused) {
    var pairs =
        paused.entrySet().stream()
            .flatMap(
                entry -> entry.getValue().stream().map(target -> Map.entry(entry.getKey(), target)))
            .toList();
    return database
        .query(
            OutboxRepository::message,
            """
            with due as materialized (
              select id from outbox_message
              where given_up_at is null and due_at <= clock_timestamp()
                and (channel, target) not in (select * from unnest(?::text[], ?::text[]))
              order by due_at, id limit ? for update skip locked)
            update outbox_message m
            set attempts = attempts + 1, due_at = clock_timestamp() + ? * interval '1 ms'
            from due where m.id = due.id
            returning m.*
            """,
            pairs.stream().map(Map.Entry::getKey).toList(),
            pairs.stream().map(Map.Entry::getValue).toList(),
            most,
            lease)
        .stream()
        .sorted(Comparator.comparing(OutboxMessage::id))
        .toList();
  }

  void delete(long id) {
    database.update("delete from outbox_message where id = ?", id);
  }

  void postpone(long id, Duration pause, String error) {
    database.update(
        """
        update outbox_message set due_at = clock_timestamp() + ? * interval '1 ms', error = ?
        where id = ?
        """,
        pause,
        error,
        id);
  }

  void giveUp(long id, String error) {
    database.update(
        "update outbox_message set given_up_at = clock_timestamp(), error = ? where id = ?",
        error,
        id);
  }

  int deleteGivenUp(Duration keep) {
    return database.update(
        "delete from outbox_message where given_up_at < clock_timestamp() - ? * interval '1 ms'",
        keep);
  }

  void deleteOfTarget(String channel, String target) {
    database.update("delete from outbox_message where channel = ? and target = ?", channel, target);
  }

  private static OutboxMessage message(Row row) throws SQLException {
    return new OutboxMessage(
        row.number("id"),
        row.uuid("key"),
        row.text("channel"),
        row.text("target"),
        row.text("payload"),
        row.integer("attempts"));
  }
}
