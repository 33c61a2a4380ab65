package io.drivetrain.pipeline.engine.outbox;

import io.drivetrain.pipeline.engine.database.Database;
import io.drivetrain.pipeline.engine.database.Row;
import io.drivetrain.pipeline.engine.outbox.Happening.Attempt;
import io.drivetrain.pipeline.engine.outbox.Happening.What;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened, and what is still to be told of it. */
@ApplicationScoped
class OutboxRepository {
  private final Database database;

  OutboxRepository(Database database) {
    this.database = database;
  }

  /** Takes happenings out, oldest first; within the transaction that makes letters of them. */
  List<Happening> takeHappenings(int most) {
    return database.query(
        OutboxRepository::happening,
        """
        with taken as (
          delete from happening where id in (
            select id from happening order by id limit ? for update skip locked)
          returning *)
        select * from taken order by id
        """,
        most);
  }

  void insert(String channel, String target, UUID runId, String payload) {
    database.update(
        "insert into delivery (channel, target, run_id, payload) values (?, ?, ?, ?)",
        channel,
        target,
        runId,
        payload);
  }

  /** A letter that is on its way; when the process dies it is due again after the backoff. */
  record Posted(String channel, Letter letter, int tries) {}

  Optional<Posted> takeDue(Duration backoff) {
    return database.find(
        row ->
            new Posted(
                row.text("channel"),
                new Letter(row.number("id"), row.text("target"), row.text("payload")),
                row.integer("tries")),
        """
        update delivery set tries = tries + 1,
          next_try = clock_timestamp() + ? * interval '1 ms' * power(2, tries)
        where id = (select id from delivery
                    where given_up_at is null and next_try <= clock_timestamp()
                    order by next_try, id limit 1 for update skip locked)
        returning *
        """,
        backoff);
  }

  void delivered(long id) {
    database.update("delete from delivery where id = ?", id);
  }

  void failed(long id, String error, boolean giveUp) {
    database.update(
        """
        update delivery set error = ?, given_up_at = case when ? then clock_timestamp() end
        where id = ?
        """,
        error,
        giveUp,
        id);
  }

  private static Happening happening(Row row) throws SQLException {
    String step = row.text("step");
    long fence = row.number("fence");
    return new Happening(
        row.constant(What.class, "what"),
        row.uuid("run_id"),
        step == null ? Optional.empty() : Optional.of(new Attempt(step, fence)),
        row.instant("at"));
  }
}
