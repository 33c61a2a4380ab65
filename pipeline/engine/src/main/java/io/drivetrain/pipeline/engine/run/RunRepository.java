package io.drivetrain.pipeline.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepApproval;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How runs come into being, are read and end. What happens to their steps is the execution's. */
@ApplicationScoped
class RunRepository {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Database database;

  RunRepository(Database database) {
    this.database = database;
  }

  /** A run that was triggered before with the same Idempotency-Key. */
  record Replay(UUID runId, String bodyHash) {}

  /** Inserts a run that a request asked for; nothing when its key was used before. */
  boolean insert(UUID id, NewRun run, RunKey key) {
    return 1
        == database.update(
            """
            insert into pipeline_run (id, pipeline, def_hash, trigger, params, note, labels, resumed_from, deadline_ms, state, idem_key, body_hash)
            values (?, ?, ?, 'API', cast(? as json), ?, cast(? as jsonb), ?, ?, 'QUEUED', ?, ?)
            on conflict (pipeline, idem_key) do nothing
            """,
            id,
            run.definition().id(),
            run.definition().version(),
            json(run.parameters().values()),
            run.note(),
            run.labels().json(),
            run.resumption().map(Resumption::from).orElse(null),
            run.definition().deadline().orElse(null),
            key.key().orElse(null),
            key.bodyHash().orElse(null));
  }

  /** Inserts the run of a time of the schedule; nothing when the clock has made one already. */
  boolean insertScheduled(
      UUID id,
      PipelineDefinition definition,
      RunParameters parameters,
      RunTrigger trigger,
      Instant logicalTime) {
    return 1
        == database.update(
            """
            insert into pipeline_run (id, pipeline, def_hash, trigger, logical_time, params, deadline_ms, state)
            values (?, ?, ?, ?, ?, cast(? as json), ?, 'QUEUED')
            on conflict (pipeline, logical_time) where trigger = 'SCHEDULE' do nothing
            """,
            id,
            definition.id(),
            definition.version(),
            trigger,
            logicalTime,
            json(parameters.values()),
            definition.deadline().orElse(null));
  }

  void insertSteps(UUID runId, List<StepSpec> steps) {
    for (int seq = 0; seq < steps.size(); seq++) {
      StepSpec step = steps.get(seq);
      database.update(
          """
          insert into step_run (run_id, step, seq, always, needs, ask, state, max_attempts, backoff_ms, timeout_ms)
          values (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?)
          """,
          runId,
          step.id(),
          seq,
          step.always(),
          step.needs().toArray(String[]::new),
          step.message(),
          step.maxAttempts(),
          step.backoff(),
          step.timeout());
    }
  }

  /** A step that was not run again. */
  record Reused(String step, ReusedFrom from) {}

  /** Gives steps of a new run what the same steps of another one brought. */
  List<Reused> reuse(UUID runId, UUID from, List<String> steps) {
    return database.query(
        row -> new Reused(row.text("step"), reusedFrom(row).orElseThrow()),
        """
        update step_run s set state = 'REUSED', output = o.output, inputs = o.inputs,
          reused_run = coalesce(o.reused_run, o.run_id),
          reused_attempt = coalesce(o.reused_attempt, o.attempt)
        from step_run o
        where s.run_id = ? and s.state = 'PENDING' and s.step = any(?)
          and o.run_id = ? and o.step = s.step and o.state in ('SUCCEEDED', 'REUSED')
        returning s.step, s.reused_run, s.reused_attempt
        """,
        runId,
        steps.toArray(String[]::new),
        from);
  }

  Optional<Replay> findByKey(String pipeline, String key) {
    return database.find(
        row -> new Replay(row.uuid("id"), row.text("body_hash")),
        "select id, body_hash from pipeline_run where pipeline = ? and idem_key = ?",
        pipeline,
        key);
  }

  /**
   * Starts the oldest queued run of a pipeline that has no active one. The lock makes replicas take
   * turns; the unique index pipeline_run_active is what guarantees.
   */
  Optional<Run> admitNext(String pipeline) {
    lockQueue(pipeline);
    Optional<Run> admitted =
        database.find(
            RunRepository::run,
            """
            update pipeline_run set state = 'RUNNING', started_at = clock_timestamp(),
              deadline = clock_timestamp() + deadline_ms * interval '1 ms'
            where id = (select id from pipeline_run where pipeline = ? and state = 'QUEUED'
                        order by created_at, id limit 1)
              and not exists (select 1 from pipeline_run where pipeline = ?
                              and state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING'))
            returning *
            """,
            pipeline,
            pipeline);
    admitted.ifPresent(run ->
        database.update(
            """
            update step_run set state = 'READY', run_after = clock_timestamp()
            where run_id = ? and needs = '{}' and state = 'PENDING' and ask is null
            """,
            run.id()));
    return admitted;
  }

  /** Makes those who start runs of a pipeline take turns until their transactions end. */
  void lockQueue(String pipeline) {
    database.query(
        row -> true, "select pg_advisory_xact_lock(hashtextextended(?, 6019))", pipeline);
  }

  /**
   * The run of the pipeline that was triggered first of those that have not ended.
   *
   * @param except one that does not count; null for none
   */
  Optional<UUID> findUnfinished(String pipeline, UUID except) {
    return database.find(
        row -> row.uuid("id"),
        """
        select id from pipeline_run where pipeline = ? and id is distinct from cast(? as uuid)
          and state in ('QUEUED', 'RUNNING', 'WAITING_APPROVAL', 'CANCELLING')
        order by created_at limit 1
        """,
        pipeline,
        except);
  }

  /** The run of the pipeline that its steps are worked on. */
  Optional<UUID> findActive(String pipeline) {
    return database.find(
        row -> row.uuid("id"),
        """
        select id from pipeline_run
        where pipeline = ? and state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING')
        """,
        pipeline);
  }

  /** Undoes the end of a run. Its deadline counts from now on. */
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

  /** What changes a run's steps follow each other: each sees what the others wrote. */
  Optional<Run> lock(UUID id) {
    return database.find(
        RunRepository::run, "select * from pipeline_run where id = ? for update", id);
  }

  /** Pipelines whose queue stands although nothing of them is active. */
  List<String> idleQueues() {
    return database.query(
        row -> row.text("pipeline"),
        """
        select distinct q.pipeline from pipeline_run q where q.state = 'QUEUED'
          and not exists (select 1 from pipeline_run a where a.pipeline = q.pipeline
                          and a.state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING'))
        """);
  }

  long countQueued() {
    return database
        .find(
            row -> row.number("n"), "select count(*) as n from pipeline_run where state = 'QUEUED'")
        .orElseThrow();
  }

  Optional<Run> find(UUID id) {
    return database.find(RunRepository::run, "select * from pipeline_run where id = ?", id);
  }

  /** The run of a pipeline that was triggered last. */
  Optional<Run> findLatest(String pipeline) {
    return database.find(
        RunRepository::run,
        "select * from pipeline_run where pipeline = ? order by created_at desc, id desc limit 1",
        pipeline);
  }

  List<Run> list(RunFilter filter, RunCursor cursor, int limit) {
    return database.query(
        RunRepository::run,
        """
        select * from pipeline_run
        where (created_at, id) < (?, ?) %s
        order by created_at desc, id desc limit ?
        """
            .formatted(filter.conditions()),
        arguments(filter, cursor, limit));
  }

  private static Object[] arguments(RunFilter filter, RunCursor cursor, int limit) {
    List<Object> arguments = new ArrayList<>(List.of(cursor.createdAt(), cursor.id()));
    arguments.addAll(filter.values());
    arguments.add(limit);
    return arguments.toArray();
  }

  /** The steps of some runs, in their order. */
  List<StepRun> steps(List<UUID> runIds) {
    return database.query(
        RunRepository::step,
        "select * from step_run where run_id = any(?) order by run_id, seq",
        (Object) runIds.toArray(UUID[]::new));
  }

  private static Run run(Row row) throws SQLException {
    return new Run(
        row.uuid("id"),
        row.text("pipeline"),
        row.text("def_hash"),
        row.constant(RunTrigger.class, "trigger"),
        Optional.ofNullable(row.instant("logical_time")),
        Optional.ofNullable(row.uuid("resumed_from")),
        new RunParameters(object(row.text("params"))),
        row.text("note"),
        RunLabels.stored(row.text("labels")),
        row.constant(RunState.class, "state"),
        Optional.ofNullable(row.constant(StepReason.class, "reason")),
        Optional.ofNullable(row.text("message")),
        row.instant("created_at"),
        Optional.ofNullable(row.instant("started_at")),
        Optional.ofNullable(row.instant("ended_at")));
  }

  private static StepRun step(Row row) throws SQLException {
    return new StepRun(
        row.uuid("run_id"),
        row.text("step"),
        row.texts("needs"),
        new StepOutcome(
            row.constant(StepState.class, "state"),
            row.constant(StepReason.class, "reason"),
            row.text("message"),
            row.integer("attempt"),
            row.instant("started_at"),
            row.instant("ended_at")),
        progress(row.text("progress"), row.value(Double.class, "fraction")),
        approval(row),
        objectOrNone(row.text("output")),
        objectOrNone(row.text("inputs")),
        reusedFrom(row));
  }

  private static Optional<ReusedFrom> reusedFrom(Row row) throws SQLException {
    UUID run = row.uuid("reused_run");
    return run == null
        ? Optional.empty()
        : Optional.of(new ReusedFrom(run, row.integer("reused_attempt")));
  }

  private static Map<String, Object> objectOrNone(String json) {
    return json == null ? Map.of() : object(json);
  }

  private static Optional<StepProgress> progress(String text, Double fraction) {
    return text == null ? Optional.empty() : Optional.of(new StepProgress(text, fraction));
  }

  private static Optional<StepApproval> approval(Row row) throws SQLException {
    return row.constant(StepState.class, "state") == StepState.WAITING_APPROVAL
        ? Optional.of(
            new StepApproval(row.text("ask"), Optional.ofNullable(row.instant("overdue_at"))))
        : Optional.empty();
  }

  private static Map<String, Object> object(String json) {
    try {
      return JSON.readValue(json, OBJECT);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a json column does not hold an object", broken);
    }
  }

  private static String json(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a checked parameter is not JSON", impossible);
    }
  }
}
