package io.drivetrain.pipeline.engine.run;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.RunPlan.Change;
import io.drivetrain.pipeline.engine.run.RunPlan.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The statements by which runs go on. Their caller holds the lock of the run. */
@ApplicationScoped
class RunCourseRepository {
  private final Database database;

  RunCourseRepository(Database database) {
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

  /** A step that asks begins to wait, and its time to run out; a ready one may be claimed. */
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
   * Says that an active run waits, or goes on.
   *
   * @param message what it waits for; null for nothing
   */
  void become(UUID runId, RunState state, String message) {
    database.update(
        "update pipeline_run set state = ?, message = ? where id = ?", state, message, runId);
  }
}
