package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The statements that change claimed steps. Each names its fence; one that changes no row came too
 * late. All times are the database's, because clocks of replicas differ.
 */
@ApplicationScoped
class ExecutionRepository {
  private final Database database;

  ExecutionRepository(Database database) {
    this.database = database;
  }

  /** Claims a step that is due and not locked by another worker. */
  Optional<Claim> claim(String owner, Duration lease) {
    Optional<Claim> claim =
        database.find(
            ExecutionRepository::claim,
            """
            update step_run set state = 'RUNNING', owner = ?, attempt = attempt + 1, fence = fence + 1,
              lease_until = clock_timestamp() + ? * interval '1 ms',
              overdue_at = clock_timestamp() + timeout_ms * interval '1 ms', reason = null, message = null,
              started_at = coalesce(started_at, clock_timestamp())
            where (run_id, step) = (
              select s.run_id, s.step from step_run s join pipeline_run r on r.id = s.run_id
              where s.state in ('READY', 'RETRY_WAIT') and s.run_after <= clock_timestamp()
                and (r.state = 'RUNNING' or r.state = 'CANCELLING' and s.always)
              order by s.run_after limit 1 for update of s skip locked)
            returning *
            """,
            owner,
            lease);
    claim.ifPresent(leased ->
        database.update(
            "insert into step_attempt (run_id, step, fence, attempt, owner) values (?, ?, ?, ?, ?)",
            leased.runId(),
            leased.step(),
            leased.fence(),
            leased.attempt(),
            owner));
    return claim;
  }

  /**
   * The state of a claimed step.
   *
   * @param reason why it was told to stop; null when it was not
   * @param isAlways it also runs when its run was stopped
   * @param isExpired its lease or its grace period is over
   */
  record ClaimStatus(
      StepState state, StepReason reason, String message, boolean isAlways, boolean isExpired) {}

  /**
   * Locks the step of a claim; empty when the claim no longer holds it. The caller holds the lock
   * of the run.
   */
  Optional<ClaimStatus> status(Claim claim) {
    return database.find(
        row ->
            new ClaimStatus(
                row.constant(StepState.class, "state"),
                row.constant(StepReason.class, "reason"),
                row.text("message"),
                row.flag("always"),
                row.flag("expired")),
        """
        select state, reason, message, always,
          least(lease_until, stop_by) < clock_timestamp() as expired
        from step_run
        where run_id = ? and step = ? and fence = ? and state in ('RUNNING', 'CANCELLING') for update
        """,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  void finish(Claim claim, StepState state, StepReason reason, String message, String output) {
    database.update(
        """
        update step_run set state = ?, reason = ?, message = ?, output = cast(? as json),
          ended_at = clock_timestamp(), owner = null, lease_until = null, overdue_at = null,
          stop_by = null, progress = null, fraction = null
        where run_id = ? and step = ? and fence = ? and state in ('RUNNING', 'CANCELLING')
        """,
        state,
        reason,
        message,
        output,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  /** Stores the hashes of the step's input files. */
  void noteInputs(Claim claim, String hashes) {
    database.update(
        """
        update step_run set inputs = cast(? as json)
        where run_id = ? and step = ? and fence = ? and state in ('RUNNING', 'CANCELLING')
        """,
        hashes,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  /** Notes why a running step waits, or with null that it goes on. */
  boolean noteOutage(Claim claim, StepReason reason, String message) {
    return 1
        == database.update(
            """
            update step_run set reason = ?, message = ?
            where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
            """,
            reason,
            message,
            claim.runId(),
            claim.step(),
            claim.fence());
  }

  void retry(Claim claim, StepReason reason, String message, Duration delay) {
    database.update(
        """
        update step_run set state = 'RETRY_WAIT', reason = ?, message = ?,
          run_after = clock_timestamp() + ? * interval '1 ms', owner = null, lease_until = null,
          overdue_at = null, progress = null, fraction = null
        where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
        """,
        reason,
        message,
        delay,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  /** Returns a step to the queue: the attempt does not count. */
  void release(Claim claim) {
    database.update(
        """
        update step_run set state = 'READY', attempt = attempt - 1, run_after = clock_timestamp(),
          owner = null, lease_until = null, overdue_at = null, progress = null, fraction = null
        where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
        """,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  /** Stops a step that is past its timeout; the message goes on with what it waited for. */
  boolean timeOut(Claim claim, String message, Duration grace) {
    return 1
        == database.update(
            """
            update step_run set state = 'CANCELLING', reason = 'DEADLINE',
              message = concat_ws(' ', ?, case when reason = 'OUTAGE' then message end),
              stop_by = clock_timestamp() + ? * interval '1 ms'
            where run_id = ? and step = ? and fence = ? and state = 'RUNNING'
              and overdue_at < clock_timestamp()
            """,
            message,
            grace,
            claim.runId(),
            claim.step(),
            claim.fence());
  }

  /** Returns the duration of the attempt; empty when it was closed before. */
  Optional<Duration> closeAttempt(Claim claim, AttemptOutcome outcome, String error) {
    return database.find(
        row -> row.millis("millis"),
        """
        update step_attempt set ended_at = clock_timestamp(), outcome = ?, error = ?
        where run_id = ? and step = ? and fence = ? and outcome is null
        returning cast(extract(epoch from ended_at - started_at) * 1000 as bigint) as millis
        """,
        outcome,
        error,
        claim.runId(),
        claim.step(),
        claim.fence());
  }

  /** Steps whose lease has expired or whose worker did not stop in time. */
  List<Claim> expired() {
    return database.query(
        ExecutionRepository::claim,
        """
        select * from step_run where state in ('RUNNING', 'CANCELLING')
          and least(lease_until, stop_by) < clock_timestamp()
        """);
  }

  /** Running steps that are past their timeout. */
  List<Claim> overdue() {
    return database.query(
        ExecutionRepository::claim,
        "select * from step_run where state = 'RUNNING' and overdue_at < clock_timestamp()");
  }

  /** The number of steps that wait for a worker, and how long the oldest has waited. */
  Waiting waiting() {
    return database
        .find(
            row -> new Waiting(row.number("n"), row.millis("oldest")),
            """
            select count(*) as n,
              coalesce(extract(epoch from clock_timestamp() - min(run_after)) * 1000, 0) as oldest
            from step_run where state in ('READY', 'RETRY_WAIT') and run_after <= clock_timestamp()
            """)
        .orElseThrow();
  }

  record Waiting(long steps, Duration oldest) {}

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
