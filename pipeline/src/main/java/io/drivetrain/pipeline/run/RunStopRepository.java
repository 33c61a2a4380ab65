package io.drivetrain.pipeline.run;

import io.drivetrain.pipeline.database.Database;
import io.drivetrain.pipeline.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The statements that stop runs. Their caller holds the lock of the run. */
@ApplicationScoped
class RunStopRepository {
  private final Database database;

  RunStopRepository(Database database) {
    this.database = database;
  }

  /** A step whose state a stop has changed. */
  record Stopped(String step, StepState state, int attempt) {}

  void beginStop(UUID runId, RunStop stop) {
    database.update(
        "update pipeline_run set state = 'CANCELLING', reason = ?, message = ? where id = ?",
        stop.reason(),
        stop.message(),
        runId);
  }

  /** Ends the steps that no worker holds. */
  List<Stopped> endIdleSteps(UUID runId, RunStop stop) {
    return database.query(
        row -> new Stopped(row.text("step"), StepState.CANCELLED, row.integer("attempt")),
        """
        update step_run set state = 'CANCELLED', reason = ?, message = ?, ended_at = clock_timestamp()
        where run_id = ? and state in ('PENDING', 'READY', 'RETRY_WAIT', 'WAITING_APPROVAL')
        returning step, attempt
        """,
        stop.reason(),
        stop.message(),
        runId);
  }

  /**
   * Tells the workers of the others to stop. After {@link #endIdleSteps}: a step that was just
   * being claimed is seen here.
   */
  List<Stopped> stopRunningSteps(UUID runId, RunStop stop, Duration grace) {
    return database.query(
        row -> new Stopped(row.text("step"), StepState.CANCELLING, row.integer("attempt")),
        """
        update step_run set state = 'CANCELLING', reason = ?, message = ?,
          stop_by = clock_timestamp() + ? * interval '1 ms'
        where run_id = ? and state = 'RUNNING'
        returning step, attempt
        """,
        stop.reason(),
        stop.message(),
        grace,
        runId);
  }

  /** Whether a worker still holds a step of the run. */
  boolean isHeld(UUID runId) {
    return database
        .find(
            row -> true,
            "select 1 from step_run where run_id = ? and state = 'CANCELLING' limit 1",
            runId)
        .isPresent();
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
