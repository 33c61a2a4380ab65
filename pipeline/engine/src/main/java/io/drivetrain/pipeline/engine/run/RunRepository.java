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
import io.drivetrain.pipeline.engine.output.OutputJson;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and locks runs with their steps. */
@ApplicationScoped
class RunRepository {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Database database;

  RunRepository(Database database) {
    this.database = database;
  }

  /** What changes a run's steps follow each other: each sees what the others wrote. */
  Optional<Run> lock(UUID id) {
    return database.find(
        RunRepository::run, "select * from pipeline_run where id = ? for update", id);
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
        OutputJson.stored(row.text("output")),
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
}
