package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.schedule.Pause;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far each schedule has been processed, and who paused it. */
@ApplicationScoped
class ScheduleRepository {
  private final Database database;

  ScheduleRepository(Database database) {
    this.database = database;
  }

  /** Registers a schedule. A new, changed or returned one starts now. */
  void enter(String pipeline, ScheduleSpec spec, Instant now) {
    database.update(
        """
        insert into pipeline_schedule (pipeline, cron, time_zone, handled_until, next_at)
        values (?, ?, ?, ?, ?)
        on conflict (pipeline) do update set cron = excluded.cron, time_zone = excluded.time_zone,
          handled_until = excluded.handled_until, next_at = excluded.next_at
        where (pipeline_schedule.cron, pipeline_schedule.time_zone) <> (excluded.cron, excluded.time_zone)
          or pipeline_schedule.next_at is null
        """,
        pipeline,
        spec.quartzCron(),
        spec.timeZone().getId(),
        now,
        now);
  }

  /** A schedule whose definition is gone. Whether it is paused is kept for its return. */
  void retire(String pipeline) {
    database.update("update pipeline_schedule set next_at = null where pipeline = ?", pipeline);
  }

  Optional<ScheduleState> find(String pipeline) {
    return database.find(
        ScheduleRepository::state, "select * from pipeline_schedule where pipeline = ?", pipeline);
  }

  /** Replicas that handle one schedule take turns. */
  Optional<ScheduleState> lock(String pipeline) {
    return database.find(
        ScheduleRepository::state,
        "select * from pipeline_schedule where pipeline = ? for update",
        pipeline);
  }

  void advance(String pipeline, Instant handledUntil, Optional<Instant> next) {
    database.update(
        "update pipeline_schedule set handled_until = ?, next_at = ? where pipeline = ?",
        handledUntil,
        next.orElse(null),
        pipeline);
  }

  /** Schedules whose next time was before an instant and is not done with. */
  List<String> overdue(Instant before) {
    return database.query(
        row -> row.text("pipeline"),
        "select pipeline from pipeline_schedule where next_at < ? and paused_at is null",
        before);
  }

  boolean pause(String pipeline, PauseRequest request, Instant now) {
    return 1
        == database.update(
            """
            update pipeline_schedule set paused_at = ?, paused_by = ?, pause_reason = ?
            where pipeline = ? and paused_at is null
            """,
            now,
            request.by(),
            request.reason(),
            pipeline);
  }

  boolean resume(String pipeline, Instant now) {
    return 1
        == database.update(
            """
            update pipeline_schedule
            set paused_at = null, paused_by = null, pause_reason = null, handled_until = ?
            where pipeline = ? and paused_at is not null
            """,
            now,
            pipeline);
  }

  void audit(String pipeline, String action, PauseRequest request, Instant now) {
    database.update(
        "insert into schedule_audit (pipeline, at, action, who, reason) values (?, ?, ?, ?, ?)",
        pipeline,
        now,
        action,
        request.by(),
        request.reason());
  }

  private static ScheduleState state(Row row) throws SQLException {
    return new ScheduleState(
        row.text("pipeline"),
        row.instant("handled_until"),
        row.instant("paused_at") == null
            ? Optional.empty()
            : Optional.of(
                new Pause(
                    row.instant("paused_at"), row.text("paused_by"), row.text("pause_reason"))));
  }
}
