package io.drivetrain.pipeline.engine.progression;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.progression.RunDecision.Change;
import io.drivetrain.pipeline.engine.progression.RunDecision.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements that advance runs. The caller holds the lock of the run. */
@ApplicationScoped
class ProgressionRepository {
  private final Database database;

  ProgressionRepository(Database database) {
    this.database = database;
  }

  List<Position> positions(UUID runId) {
    return database.query(
        row ->
            new Position(
                row.text("step"),
                row.texts("needs"),
                row.flag("always"),
                row.text("ask"),
                row.constant(StepState.class, "state"),
                row.constant(StepReason.class, "reason"),
                row.text("message")),
        "select * from step_run where run_id = ? order by seq",
        runId);
  }

  /** Makes a pending step ready, skips it, or starts the wait and the timeout of an approval. */
  void change(UUID runId, Change change) {
    database.update(
        """
        update step_run set state = ?, reason = ?, message = ?,
          run_after = case when ? then now.at end,
          started_at = case when ? then now.at end,
          overdue_at = case when ? then now.at + timeout_ms * interval '1 ms' end,
          ended_at = case when ? then now.at end
        from (select clock_timestamp() as at) now
        where run_id = ? and step = ? and state = 'PENDING'
        """,
        change.state(),
        change.reason(),
        change.message(),
        change.state() == StepState.READY,
        change.state() == StepState.WAITING_APPROVAL,
        change.state() == StepState.WAITING_APPROVAL,
        change.state().isTerminal(),
        runId,
        change.step());
  }

  /**
   * Changes the state of an active run.
   *
   * @param message what it waits for; null for nothing
   */
  void become(UUID runId, RunState state, String message) {
    database.update(
        "update pipeline_run set state = ?, message = ? where id = ?", state, message, runId);
  }

  /**
   * Starts the oldest queued run of a pipeline that has no active run. The lock makes replicas take
   * turns; the unique index pipeline_run_active guarantees that there is one.
   */
  Optional<UUID> admitNext(String pipeline) {
    lockQueue(pipeline);
    Optional<UUID> admitted =
        database.find(
            row -> row.uuid("id"),
            """
            update pipeline_run set state = 'RUNNING', started_at = clock_timestamp(),
              deadline = clock_timestamp() + deadline_ms * interval '1 ms'
            where id = (select id from pipeline_run where pipeline = ? and state = 'QUEUED'
                        order by created_at, id limit 1)
              and not exists (select 1 from pipeline_run where pipeline = ?
                              and state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING'))
            returning id
            """,
            pipeline,
            pipeline);
    admitted.ifPresent(run ->
        database.update(
            """
            update step_run set state = 'READY', run_after = clock_timestamp()
            where run_id = ? and needs = '{}' and state = 'PENDING' and ask is null
            """,
            run));
    return admitted;
  }

  /** Makes those who start runs of a pipeline take turns until their transactions end. */
  void lockQueue(String pipeline) {
    database.query(
        row -> true, "select pg_advisory_xact_lock(hashtextextended(?, 6019))", pipeline);
  }

  /** The active run of a pipeline. */
  Optional<UUID> findActive(String pipeline) {
    return database.find(
        row -> row.uuid("id"),
        """
        select id from pipeline_run
        where pipeline = ? and state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING')
        """,
        pipeline);
  }

  /** Reopens an ended run. Its deadline starts now. */
  void reopen(UUID id) {
    database.update(
        """
        update pipeline_run set state = 'RUNNING', reason = null, message = null, ended_at = null,
          stop_by = null, started_at = coalesce(started_at, clock_timestamp()),
          deadline = clock_timestamp() + deadline_ms * interval '1 ms'
        where id = ?
        """,
        id);
  }

  void end(UUID id, RunState state, StepReason reason, String message) {
    database.update(
        """
        update pipeline_run set state = ?, reason = ?, message = ?, ended_at = clock_timestamp()
        where id = ?
        """,
        state,
        reason,
        message,
        id);
  }
}
