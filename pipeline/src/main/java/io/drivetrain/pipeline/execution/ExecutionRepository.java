package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.database.Database;
import io.drivetrain.pipeline.database.Row;
import io.drivetrain.pipeline.execution.RunPlan.Change;
import io.drivetrain.pipeline.execution.RunPlan.End;
import io.drivetrain.pipeline.execution.RunPlan.Position;
import io.drivetrain.pipeline.step.StepReason;
import io.drivetrain.pipeline.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements that move steps. Each names the fence that it acts under; one that changes no row
 * came too late. All times are the database's: clocks of replicas differ.
 */
@ApplicationScoped
class ExecutionRepository {
  private final Database database;

  ExecutionRepository(Database database) {
    this.database = database;
  }

  /** Takes a step that is due, if there is one that nobody else is just taking. */
  Optional<Claim> claim(String owner, Duration lease) {
    Optional<Claim> claim =
        database.find(
            ExecutionRepository::claim,
            """
            update step_run set state = 'RUNNING', owner = ?, attempt = attempt + 1, fence = fence + 1,
              lease_until = clock_timestamp() + ? * interval '1 ms', reason = null, message = null,
              started_at = coalesce(started_at, clock_timestamp())
            where (run_id, step) = (
              select s.run_id, s.step from step_run s join pipeline_run r on r.id = s.run_id
              where s.state in ('READY', 'RETRY_WAIT') and s.run_after <= clock_timestamp()
                and r.state = 'RUNNING'
              order by s.run_after limit 1 for update of s skip locked)
            returning *
            """,
            owner,
            lease);
    claim.ifPresent(held ->
        database.update(
            "insert into step_attempt (run_id, step, fence, attempt, owner) values (?, ?, ?, ?, ?)",
            held.runId(),
            held.step(),
            held.fence(),
            held.attempt(),
            owner));
    return claim;
  }

  /** Ends of steps of one run follow each other: each sees what the others wrote. */
  String lockRun(UUID runId) {
    return database
        .find(
            row -> row.text("pipeline"),
            "select pipeline from pipeline_run where id = ? for update",
            runId)
        .orElseThrow();
  }

  boolean finish(Claim claim, StepState state, StepReason reason, String message, String output) {
    return 1
        == database.update(
            """
            update step_run set state = ?, reason = ?, message = ?, output = cast(? as json),
              ended_at = clock_timestamp(), owner = null, lease_until = null,
              progress = null, fraction = null
            where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
            """,
            state,
            reason,
            message,
            output,
            claim.runId(),
            claim.step(),
            claim.fence());
  }

  boolean retry(Claim claim, StepReason reason, String message, Duration delay) {
    return 1
        == database.update(
            """
            update step_run set state = 'RETRY_WAIT', reason = ?, message = ?,
              run_after = clock_timestamp() + ? * interval '1 ms', owner = null, lease_until = null,
              progress = null, fraction = null
            where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
            """,
            reason,
            message,
            delay,
            claim.runId(),
            claim.step(),
            claim.fence());
  }

  /** Gives a step back untouched: the try does not count. */
  boolean release(Claim claim) {
    return 1
        == database.update(
            """
            update step_run set state = 'READY', attempt = attempt - 1, run_after = clock_timestamp(),
              owner = null, lease_until = null, progress = null, fraction = null
            where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
            """,
            claim.runId(),
            claim.step(),
            claim.fence());
  }

  void closeAttempt(Claim claim, AttemptOutcome outcome, String error) {
    database.update(
        """
        update step_attempt set ended_at = clock_timestamp(), outcome = ?, error = ?
        where run_id = ? and step = ? and fence = ? and outcome is null
        """,
        outcome,
        error,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  List<Position> positions(UUID runId) {
    return database.query(
        row ->
            new Position(
                row.text("step"),
                row.flag("always"),
                row.constant(StepState.class, "state"),
                row.constant(StepReason.class, "reason"),
                row.text("message")),
        "select * from step_run where run_id = ? order by seq",
        runId);
  }

  void change(UUID runId, Change change) {
    boolean ready = change.state() == StepState.READY;
    database.update(
        """
        update step_run set state = ?, reason = ?, message = ?,
          run_after = case when ? then clock_timestamp() end,
          ended_at = case when ? then null else clock_timestamp() end
        where run_id = ? and step = ? and state = 'PENDING'
        """,
        change.state(),
        change.reason(),
        change.message(),
        ready,
        ready,
        runId,
        change.step());
  }

  void end(UUID runId, End end) {
    database.update(
        """
        update pipeline_run set state = ?, reason = ?, message = ?, ended_at = clock_timestamp()
        where id = ? and state = 'RUNNING'
        """,
        end.state(),
        end.reason(),
        end.message(),
        runId);
  }

  /** Steps whose worker has said nothing for a whole lease. */
  List<Claim> expired() {
    return database.query(
        ExecutionRepository::claim,
        "select * from step_run where state = 'RUNNING' and lease_until < clock_timestamp()");
  }

  /**
   * Whether the lease is still over now that the run is locked: a late heart-beat may have come.
   */
  boolean isStillExpired(Claim claim) {
    return database
        .find(
            row -> true,
            """
            select 1 from step_run where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
              and lease_until < clock_timestamp() for update
            """,
            claim.runId(),
            claim.step(),
            claim.fence())
        .isPresent();
  }

  List<String> owners() {
    return database.query(
        row -> row.text("owner"),
        "select distinct owner from step_run where state in ('RUNNING', 'CANCELLING')");
  }

  void expireLeasesOf(String owner) {
    database.update(
        """
        update step_run set lease_until = clock_timestamp() - interval '1 ms'
        where owner = ? and state in ('RUNNING', 'CANCELLING')
        """,
        owner);
  }

  private static Claim claim(Row row) throws SQLException {
    return new Claim(
        row.uuid("run_id"),
        row.text("step"),
        row.integer("seq"),
        row.integer("attempt"),
        row.integer("max_attempts"),
        row.millis("backoff_ms"),
        row.number("fence"),
        row.text("owner"));
  }
}
