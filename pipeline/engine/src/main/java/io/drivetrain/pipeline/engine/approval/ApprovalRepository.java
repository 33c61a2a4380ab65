package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.output.OutputJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Approval steps. Callers that change one hold the lock of its run. */
@ApplicationScoped
class ApprovalRepository {
  private final Database database;

  ApprovalRepository(Database database) {
    this.database = database;
  }

  /**
   * An approval step in any state.
   *
   * @param outcome the decision, as text
   */
  record Question(
      String step, StepState state, Optional<String> outcome, Optional<Instant> endedAt) {}

  /** A step that has waited for too long. */
  record Overdue(UUID runId, String step) {}

  /** How many steps wait for approval, and how long the oldest has waited. */
  record Waiting(long steps, Duration oldest) {}

  List<Question> questions(UUID runId) {
    return database.query(
        row ->
            new Question(
                row.text("step"),
                row.constant(StepState.class, "state"),
                Optional.ofNullable(row.text("message")),
                Optional.ofNullable(row.instant("ended_at"))),
        "select * from step_run where run_id = ? and ask is not null order by seq",
        runId);
  }

  Instant now() {
    return database
        .find(row -> row.instant("now"), "select clock_timestamp() as now")
        .orElseThrow();
  }

  /** Ends a step that waits; returns how long it has waited. */
  Duration decide(UUID runId, String step, Decision decision) {
    return database
        .find(
            row -> row.millis("waited"),
            """
            update step_run set state = ?, reason = ?, message = ?, output = cast(? as json), ended_at = ?,
              overdue_at = null
            where run_id = ? and step = ? and state = 'WAITING_APPROVAL'
            returning cast(extract(epoch from ended_at - started_at) * 1000 as bigint) as waited
            """,
            decision.state(),
            decision.stepReason(),
            decision.text(),
            OutputJson.write(decision.output()),
            decision.decidedAt(),
            runId,
            step)
        .orElseThrow();
  }

  List<Overdue> overdue() {
    return database.query(
        row -> new Overdue(row.uuid("run_id"), row.text("step")),
        """
        select run_id, step from step_run
        where state = 'WAITING_APPROVAL' and overdue_at < clock_timestamp()
        """);
  }

  /** Ends a step that still waits; returns how long it has waited, empty when it was decided. */
  Optional<Duration> timeOut(Overdue overdue, String message) {
    return database.find(
        row -> row.millis("waited"),
        """
        update step_run set state = 'TIMED_OUT', reason = 'DEADLINE', message = ?,
          ended_at = clock_timestamp(), overdue_at = null
        where run_id = ? and step = ? and state = 'WAITING_APPROVAL' and overdue_at < clock_timestamp()
        returning cast(extract(epoch from ended_at - started_at) * 1000 as bigint) as waited
        """,
        message,
        overdue.runId(),
        overdue.step());
  }

  Waiting waiting() {
    return database
        .find(
            row -> new Waiting(row.number("n"), row.millis("oldest")),
            """
            select count(*) as n,
              coalesce(extract(epoch from clock_timestamp() - min(started_at)) * 1000, 0) as oldest
            from step_run where state = 'WAITING_APPROVAL'
            """)
        .orElseThrow();
  }
}
