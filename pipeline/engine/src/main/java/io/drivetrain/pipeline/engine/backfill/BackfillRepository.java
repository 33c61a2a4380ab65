package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.backfill.BackfillView;
import io.drivetrain.pipeline.api.backfill.BackfillView.Time;
import io.drivetrain.pipeline.api.backfill.Reprocess;
import io.drivetrain.pipeline.api.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Back-fills and their times. */
@ApplicationScoped
class BackfillRepository {
  private final Database database;

  BackfillRepository(Database database) {
    this.database = database;
  }

  /** Back-fills of one pipeline are planned one after the other: none plans what another has. */
  void lockPipeline(String pipeline) {
    database.query(
        row -> true, "select pg_advisory_xact_lock(hashtextextended(?, 6031))", pipeline);
  }

  /** The state of the latest run of each time that has one; a time that waits counts as queued. */
  Map<Instant, RunState> latest(String pipeline, Instant from, Instant to) {
    Map<Instant, RunState> latest = new HashMap<>();
    database
        .query(
            row -> Map.entry(row.instant("logical_time"), row.constant(RunState.class, "state")),
            """
            select distinct on (logical_time) logical_time, state from (
              select logical_time, state, created_at from pipeline_run
              where pipeline = ? and logical_time between ? and ?
              union all
              select t.logical_time, 'QUEUED', 'infinity' from backfill_time t
              join backfill b on b.id = t.backfill_id
              where b.pipeline = ? and t.logical_time between ? and ? and t.run_id is null
                and b.cancelled_at is null) known
            order by logical_time, created_at desc
            """,
            pipeline,
            from,
            to,
            pipeline,
            from,
            to)
        .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
    return latest;
  }

  void insert(UUID id, BackfillRequest request, List<Instant> times, Instant now) {
    database.update(
        """
        insert into backfill (id, pipeline, from_time, to_time, reprocess, max_active, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        request.pipeline(),
        request.from(),
        request.to(),
        request.reprocess(),
        request.maxActive(),
        now);
    for (Instant time : times) {
      database.update(
          "insert into backfill_time (backfill_id, logical_time) values (?, ?)", id, time);
    }
  }

  Optional<BackfillView> find(UUID id) {
    return database
        .find(BackfillRepository::view, "select * from backfill where id = ?", id)
        .map(found -> found.with(times(id)));
  }

  private List<Time> times(UUID id) {
    return database.query(
        row ->
            new Time(
                row.instant("logical_time"),
                Optional.ofNullable(row.uuid("run_id")),
                Optional.ofNullable(row.constant(RunState.class, "state"))),
        """
        select t.logical_time, t.run_id, r.state from backfill_time t
        left join pipeline_run r on r.id = t.run_id
        where t.backfill_id = ? order by t.logical_time
        """,
        id);
  }

  boolean cancel(UUID id, Instant now) {
    return 1
        == database.update(
            "update backfill set cancelled_at = ? where id = ? and cancelled_at is null", now, id);
  }

  /** Back-fills that have times without a run. */
  List<UUID> open() {
    return database.query(
        row -> row.uuid("id"),
        """
        select id from backfill where cancelled_at is null and exists (
          select 1 from backfill_time where backfill_id = id and run_id is null)
        order by created_at
        """);
  }

  /** A back-fill that no other replica is just working on. */
  Optional<BackfillView> lock(UUID id) {
    return database
        .find(
            BackfillRepository::view,
            "select * from backfill where id = ? and cancelled_at is null for update skip locked",
            id)
        .map(found -> found.with(times(id)));
  }

  void startedAs(UUID id, Instant logicalTime, UUID runId) {
    database.update(
        "update backfill_time set run_id = ? where backfill_id = ? and logical_time = ?",
        runId,
        id,
        logicalTime);
  }

  private static BackfillView view(Row row) throws SQLException {
    return new BackfillView(
        Optional.of(row.uuid("id")),
        row.text("pipeline"),
        row.instant("from_time"),
        row.instant("to_time"),
        row.constant(Reprocess.class, "reprocess"),
        row.integer("max_active"),
        false,
        Optional.ofNullable(row.instant("cancelled_at")),
        List.of());
  }
}
