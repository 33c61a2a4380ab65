package io.drivetrain.pipeline.engine.event;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.run.RunEvent;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.engine.run.RunSignals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events of runs. */
@ApplicationScoped
class RunEventRepository {
  private final Database database;

  RunEventRepository(Database database) {
    this.database = database;
  }

  /**
   * Takes the run's next number under the lock of its row, and notifies all replicas when the
   * transaction is committed.
   */
  void append(
      UUID runId, String step, Enum<?> state, Integer attempt, StepReason reason, String message) {
    database.query(
        row -> true,
        """
        with run as (
          update pipeline_run set event_seq = event_seq + 1 where id = ? returning id, event_seq),
        event as (
          insert into run_event (run_id, seq, step, state, attempt, reason, message)
          select id, event_seq, ?, ?, ?, ?, ? from run)
        select pg_notify(?, id::text) from run
        """,
        runId,
        step,
        state,
        attempt,
        reason,
        message,
        RunSignals.CHANNEL);
  }

  List<RunEvent> after(UUID runId, int seq, int limit) {
    return database.query(
        RunEventRepository::event,
        "select * from run_event where run_id = ? and seq > ? order by seq limit ?",
        runId,
        seq,
        limit);
  }

  private static RunEvent event(Row row) throws SQLException {
    return new RunEvent(
        row.integer("seq"),
        row.instant("at"),
        Optional.ofNullable(row.text("step")),
        row.text("state"),
        row.text("attempt") == null ? Optional.empty() : Optional.of(row.integer("attempt")),
        Optional.ofNullable(row.constant(StepReason.class, "reason")),
        Optional.ofNullable(row.text("message")));
  }
}
