package io.drivetrain.pipeline.engine.cancellation;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The statements that stop runs. Their caller holds the lock of the run. */
@ApplicationScoped
class CancellationRepository {
  private final Database database;

  CancellationRepository(Database database) {
    this.database = database;
  }

  /** A step whose state a stop has changed. */
  record Stopped(String step, StepState state, int attempt) {}

  void beginStop(UUID runId, StopRequest stop, Duration closing) {
    database.update(
        """
        update pipeline_run set state = 'CANCELLING', reason = ?, message = ?,
          stop_by = clock_timestamp() + ? * interval '1 ms'
        where id = ?
        """,
        stop.reason(),
        stop.message(),
        closing,
        runId);
  }

  /** From now on the run waits for none of its steps. */
  void beginLastStop(UUID runId) {
    database.update("update pipeline_run set stop_by = null where id = ?", runId);
  }

  /**
   * Ends the steps that no worker holds.
   *
   * @param all also those that always run
   */
  List<Stopped> endIdleSteps(UUID runId, StopRequest stop, boolean all) {
    return database.query(
        row -> new Stopped(row.text("step"), StepState.CANCELLED, row.integer("attempt")),
        """
        update step_run set state = 'CANCELLED', reason = ?, message = ?, ended_at = clock_timestamp()
        where run_id = ? and state in ('PENDING', 'READY', 'RETRY_WAIT', 'WAITING_APPROVAL')
          and (? or not always)
        returning step, attempt
        """,
        stop.reason(),
        stop.message(),
        runId,
        all);
  }

  /**
   * Tells the workers of the running steps to stop. Call it after {@link #endIdleSteps}: a step
   * that was just being claimed is seen here.
   *
   * @param all also those that always run
   */
  List<Stopped> stopRunningSteps(UUID runId, StopRequest stop, boolean all, Duration grace) {
    return database.query(
        row -> new Stopped(row.text("step"), StepState.CANCELLING, row.integer("attempt")),
        """
        update step_run set state = 'CANCELLING', reason = ?, message = ?,
          stop_by = clock_timestamp() + ? * interval '1 ms'
        where run_id = ? and state = 'RUNNING' and (? or not always)
        returning step, attempt
        """,
        stop.reason(),
        stop.message(),
        grace,
        runId,
        all);
  }

  /** Runs that are past their deadline. */
  List<UUID> overdue() {
    return database.query(
        row -> row.uuid("id"),
        """
        select id from pipeline_run
        where state in ('RUNNING', 'WAITING_APPROVAL') and deadline < clock_timestamp()
        """);
  }

  /** Runs that have waited for long enough for the steps that always run. */
  List<UUID> overdueClosings() {
    return database.query(
        row -> row.uuid("id"),
        """
        select id from pipeline_run where state = 'CANCELLING' and stop_by < clock_timestamp()
        """);
  }

  /** The runs of a pipeline that were triggered before one and have not ended, latest first. */
  List<UUID> unfinishedBefore(String pipeline, UUID runId) {
    return database.query(
        row -> row.uuid("id"),
        """
        select id from pipeline_run
        where pipeline = ? and state in ('QUEUED', 'RUNNING', 'WAITING_APPROVAL')
          and (created_at, id) < (select created_at, id from pipeline_run where id = ?)
        order by created_at desc, id desc
        """,
        pipeline,
        runId);
  }
}
