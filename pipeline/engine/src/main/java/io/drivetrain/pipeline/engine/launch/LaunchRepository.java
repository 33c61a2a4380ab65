package io.drivetrain.pipeline.engine.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Inserts new runs with their steps. */
@ApplicationScoped
class LaunchRepository {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;

  LaunchRepository(Database database) {
    this.database = database;
  }

  /** A run that was triggered before with the same Idempotency-Key. */
  record Replay(UUID runId, String bodyHash) {}

  /** Inserts a run that was requested, unless its key was used before. */
  boolean insert(UUID id, NewRun run, IdempotencyKey key) {
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

  /** Inserts the run of a scheduled time, unless the schedule has created it already. */
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

  /** A reused step. */
  record Reused(String step, ReusedFrom from) {}

  /** Copies the outputs of another run's steps to the same steps of a new run. */
  List<Reused> reuse(UUID runId, UUID from, List<String> steps) {
    return database.query(
        row ->
            new Reused(
                row.text("step"),
                new ReusedFrom(row.uuid("reused_run"), row.integer("reused_attempt"))),
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

  /** Pipelines that have queued runs but no active one. */
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

  private static String json(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a checked parameter is not JSON", impossible);
    }
  }
}
