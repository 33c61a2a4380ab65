package io.drivetrain.pipeline.engine.retention;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Deletes old runs and logs in small batches, so that locks are short. The time is that of the
 * statement: with {@code clock_timestamp()}, which moves while the statement runs, Postgres would
 * read the whole index to find that nothing is old enough.
 */
@ApplicationScoped
class RetentionRepository {
  private final Database database;

  RetentionRepository(Database database) {
    this.database = database;
  }

  /** Whether this transaction holds the lock that one replica at a time has. */
  boolean isMyTurn() {
    return database
        .find(row -> row.flag("mine"), "select pg_try_advisory_xact_lock(6020) as mine")
        .orElseThrow();
  }

  /**
   * Deletes runs that ended longer ago, the oldest first. Their steps, attempts, events and logs go
   * with them by foreign keys.
   */
  List<UUID> deleteRuns(Duration age, int most) {
    return database.query(
        row -> row.uuid("id"),
        """
        delete from pipeline_run where id in (
          select id from pipeline_run where ended_at < statement_timestamp() - ? * interval '1 ms'
          order by ended_at limit ? for update skip locked)
        returning id
        """,
        age,
        most);
  }

  /** Messages and events of runs that nobody has been notified of. */
  void deleteMessages(List<UUID> runIds) {
    Object ids = runIds.toArray(UUID[]::new);
    database.update("delete from outbox_event where run_id = any(?)", ids);
    database.update(
        "delete from outbox_message where subject = any(?)",
        runIds.stream().map(UUID::toString).toList());
  }

  /** Back-fills that were asked for longer ago, and of whose runs none is left or still to come. */
  void deleteBackfills(Duration age) {
    database.update(
        """
        delete from backfill b where created_at < statement_timestamp() - ? * interval '1 ms'
          and (cancelled_at is not null or not exists (
            select 1 from backfill_time t where t.backfill_id = b.id and t.run_id is null))
          and not exists (
            select 1 from backfill_time t join pipeline_run r on r.id = t.run_id
            where t.backfill_id = b.id)
        """,
        age);
  }

  /**
   * Deletes the logs of attempts that ended longer ago. A log goes as a whole, because its bytes
   * are counted from its beginning.
   *
   * @return how many logs
   */
  int deleteLogs(Duration age, int most) {
    return database
        .query(
            row -> row.text("step"),
            """
            with old as (
              select distinct run_id, step, fence from (
                select c.run_id, c.step, c.fence
                from log_chunk c join step_attempt a using (run_id, step, fence)
                where c.written_at < statement_timestamp() - ? * interval '1 ms'
                  and a.ended_at < statement_timestamp() - ? * interval '1 ms'
                order by c.written_at limit ?) as chunk),
            deleted as (
              delete from log_chunk c using old
              where (c.run_id, c.step, c.fence) = (old.run_id, old.step, old.fence))
            select step from old
            """,
            age,
            age,
            most)
        .size();
  }
}
