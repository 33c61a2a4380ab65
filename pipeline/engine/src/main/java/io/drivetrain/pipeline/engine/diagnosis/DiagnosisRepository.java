package io.drivetrain.pipeline.engine.diagnosis;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what explains the state of a run. */
@ApplicationScoped
class DiagnosisRepository {
  private final Database database;

  DiagnosisRepository(Database database) {
    this.database = database;
  }

  /**
   * A step that has not ended.
   *
   * @param waitsFor the steps it depends on that have not ended
   * @param attempt the latest one; 0 before the first
   * @param host of its worker
   * @param runAfter when it may be claimed
   * @param isDue it may be claimed now
   * @param stopBy when it is ended without waiting for its worker; empty when it was not stopped
   * @param ask the message of an approval
   * @param startedAt when it started to run or to wait
   * @param overdueAt when its timeout expires
   */
  record OpenStep(
      String step,
      StepState state,
      List<String> waitsFor,
      int attempt,
      int maxAttempts,
      Optional<String> host,
      Optional<Instant> runAfter,
      boolean isDue,
      Optional<Instant> stopBy,
      Optional<String> ask,
      Optional<Instant> startedAt,
      Optional<Instant> overdueAt,
      Optional<String> message) {}

  /** The live replicas, their workers, and how many of these are busy. */
  record Workers(long replicas, long workers, long busy) {}

  List<OpenStep> openSteps(UUID runId) {
    return database.query(
        DiagnosisRepository::openStep,
        """
        select s.step, s.state, s.attempt, s.max_attempts, s.message, s.run_after, s.stop_by, s.ask,
          s.started_at, s.overdue_at, split_part(s.owner, '|', 1) as host,
          coalesce(s.run_after <= clock_timestamp(), false) as due,
          array(select n.step from step_run n where n.run_id = s.run_id and n.step = any(s.needs)
                and n.ended_at is null order by n.seq) as waits_for
        from step_run s where s.run_id = ? and s.ended_at is null order by s.seq
        """,
        runId);
  }

  /** The run that blocks the queue of its pipeline. */
  record Active(UUID id, RunState state) {}

  /** The active run of a pipeline. */
  Optional<Active> active(String pipeline) {
    return database.find(
        row -> new Active(row.uuid("id"), row.constant(RunState.class, "state")),
        """
        select id, state from pipeline_run where pipeline = ?
          and state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING')
        """,
        pipeline);
  }

  /** How many runs of its pipeline are queued before one. */
  long queuedBefore(Run run) {
    return database
        .find(
            row -> row.number("n"),
            """
            select count(*) as n from pipeline_run where pipeline = ? and state = 'QUEUED'
              and (created_at, id) < (?, ?)
            """,
            run.pipeline(),
            run.createdAt(),
            run.id())
        .orElseThrow();
  }

  Workers workers() {
    return database
        .find(
            row -> new Workers(row.number("replicas"), row.number("workers"), row.number("busy")),
            """
            select count(*) as replicas, coalesce(sum(workers), 0) as workers,
              (select count(*) from step_run where state in ('RUNNING', 'CANCELLING')) as busy
            from replica where alive_until > clock_timestamp()
            """)
        .orElseThrow();
  }

  private static OpenStep openStep(Row row) throws SQLException {
    return new OpenStep(
        row.text("step"),
        row.constant(StepState.class, "state"),
        row.texts("waits_for"),
        row.integer("attempt"),
        row.integer("max_attempts"),
        Optional.ofNullable(row.text("host")),
        Optional.ofNullable(row.instant("run_after")),
        row.flag("due"),
        Optional.ofNullable(row.instant("stop_by")),
        Optional.ofNullable(row.text("ask")),
        Optional.ofNullable(row.instant("started_at")),
        Optional.ofNullable(row.instant("overdue_at")),
        Optional.ofNullable(row.text("message")));
  }
}
