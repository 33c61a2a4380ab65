package io.drivetrain.pipeline.engine.log;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts of steps, with the sizes of their logs. */
@ApplicationScoped
class AttemptRepository {
  /** A killed worker never marks its log as complete. */
  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private final Database database;

  AttemptRepository(Database database) {
    this.database = database;
  }

  /** The attempts of a step in order: each claim is one, even if it was returned to the queue. */
  List<StoredAttempt> list(UUID runId, String step) {
    return database.query(
        AttemptRepository::attempt,
        """
        select row_number() over (order by a.fence) as attempt, a.*,
          regexp_replace(a.owner, '^([^|/]*).*/(\\d+)/\\d+$', '\\1/\\2') as worker,
          coalesce(l.position + octet_length(l.content), 0) as log_bytes,
          a.ended_at is not null and (coalesce(l.is_last, false)
            or a.ended_at < clock_timestamp() - ? * interval '1 ms') as is_log_complete
        from step_attempt a
        left join lateral (
          select * from log_chunk c
          where (c.run_id, c.step, c.fence) = (a.run_id, a.step, a.fence)
          order by c.position desc limit 1) l on true
        where a.run_id = ? and a.step = ? order by a.fence
        """,
        LAST_LINES,
        runId,
        step);
  }

  private static StoredAttempt attempt(Row row) throws SQLException {
    Attempt attempt =
        new Attempt(
            row.integer("attempt"),
            Optional.ofNullable(row.text("outcome")).map(AttemptOutcome::valueOf),
            Optional.ofNullable(row.text("error")),
            row.text("worker"),
            row.instant("started_at"),
            Optional.ofNullable(row.instant("ended_at")),
            row.number("log_bytes"));
    return new StoredAttempt(attempt, row.number("fence"), row.flag("is_log_complete"));
  }
}
