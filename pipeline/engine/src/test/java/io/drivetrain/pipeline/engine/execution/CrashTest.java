package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.database.Database;
import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs whose worker died in the middle: rows as it would have left them. */
@PipelineTest
class CrashTest {
  private static final String ELSEWHERE = "another-machine/4711/1700000000000";

  @Inject Script script;
  @Inject Database database;
  @Inject DefinitionCatalog definitions;
  @Inject AttemptCommitter committer;
  @Inject Reaper reaper;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void finishesARunWhoseWorkerDied() {
    UUID id = runningSince(ELSEWHERE, 1, "-1 second");

    JsonPath run = Pipelines.ended(id.toString());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getInt("steps[0].attempt")).isEqualTo(2);
    assertThat(run.getList("steps.state")).containsOnly("SUCCEEDED");
  }

  @Test
  void failsARunWhoseWorkersDiedTooOften() {
    UUID id = runningSince(ELSEWHERE, 3, "-1 second");

    JsonPath run = Pipelines.ended(id.toString());

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getString("reason")).isEqualTo("LEASE_LOST");
    assertThat(run.getString("message"))
        .isEqualTo(
            "first_step: The worker died or stopped responding during the step. Attempt 3 of 3 was the last.");
    assertThat(run.getList("steps.state"))
        .containsExactly("FAILED", "UPSTREAM_FAILED", "UPSTREAM_FAILED", "SUCCEEDED");
  }

  @Test
  void doesNotWaitForTheLeaseOfItsOwnDeadPredecessor() {
    Replica here = Replica.current();
    String predecessor =
        new Replica(here.machine(), here.pid(), Instant.parse("2020-01-01T00:00:00Z")).owner();
    UUID id = runningSince(predecessor, 1, "1 hour");

    reaper.takeBackFromTheDead();
    JsonPath run = Pipelines.ended(id.toString());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void leavesAloneWhatAnotherMachineStillHolds() {
    UUID id = runningSince(ELSEWHERE, 1, "1 hour");

    reaper.takeBackFromTheDead();
    JsonPath run = Pipelines.show(id.toString());
    endAtOnce(id);

    assertThat(run.getString("state")).isEqualTo("RUNNING");
    assertThat(run.getString("steps[0].state")).isEqualTo("RUNNING");
  }

  @Test
  void writesNothingUnderAnOldFence() {
    UUID id = runningSince(ELSEWHERE, 2, "1 hour");
    Claim old = claim(id, 1);

    boolean written = committer.commit(old, AttemptResult.succeeded("{\"by\":\"a ghost\"}"));
    JsonPath run = Pipelines.show(id.toString());
    boolean writtenByOwner =
        committer.commit(claim(id, 2), AttemptResult.succeeded("{\"by\":\"it\"}"));
    JsonPath ended = Pipelines.ended(id.toString());

    assertThat(written).isFalse();
    assertThat(run.getString("steps[0].state")).isEqualTo("RUNNING");
    assertThat(writtenByOwner).isTrue();
    assertThat(ended.getString("steps[0].output.by")).isEqualTo("it");
  }

  @Test
  void takesNothingBackWhoseHeartBeatCameAfterAll() {
    UUID id = runningSince(ELSEWHERE, 1, "1 hour");

    boolean taken = committer.takeBack(claim(id, 1));
    JsonPath run = Pipelines.show(id.toString());
    endAtOnce(id);

    assertThat(taken).isFalse();
    assertThat(run.getString("steps[0].state")).isEqualTo("RUNNING");
  }

  @Test
  void doesNotCountATryThatWasGivenBackInGoodOrder() {
    UUID id = runningSince(ELSEWHERE, 1, "1 hour");

    committer.release(claim(id, 1));
    JsonPath run = Pipelines.ended(id.toString());

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getInt("steps[0].attempt")).isEqualTo(1);
  }

  @Test
  void databaseRefusesASecondActiveRun() {
    UUID id = runningSince(ELSEWHERE, 1, "1 hour");

    assertThatThrownBy(() -> insertRun(UUID.randomUUID()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("pipeline_run_active");

    endAtOnce(id);
  }

  @Test
  void databaseRefusesARunningStepWithoutALease() {
    UUID id = runningSince(ELSEWHERE, 1, "1 hour");

    assertThatThrownBy(() ->
            database.update(
                "update step_run set lease_until = null where run_id = ? and seq = 0", id))
        .isInstanceOf(DatabaseException.class);

    endAtOnce(id);
  }

  @Test
  void databaseKnowsTheStatesAndReasonsOfTheCode() {
    String rules =
        String.join(
            " ",
            database.query(
                row -> row.text("rule"),
                """
                select pg_get_constraintdef(oid) as rule from pg_constraint
                where conrelid in ('pipeline_run'::regclass, 'step_run'::regclass, 'step_attempt'::regclass)
                """));

    assertThat(names(StepState.values(), RunState.values(), StepReason.values()))
        .allMatch(name -> rules.contains("'" + name + "'"));
    assertThat(names(AttemptOutcome.values(), RunTrigger.values()))
        .allMatch(name -> rules.contains("'" + name + "'"));
  }

  private static List<String> names(Enum<?>[]... constants) {
    return Stream.of(constants).flatMap(Stream::of).map(Enum::name).toList();
  }

  private static Claim claim(UUID id, long fence) {
    return new Claim(id, "first_step", 0, (int) fence, 3, Duration.ZERO, fence, ELSEWHERE);
  }

  private void endAtOnce(UUID id) {
    database.update(
        "update step_run set lease_until = clock_timestamp() where run_id = ? and seq = 0", id);
    Pipelines.ended(id.toString());
  }

  /** A run whose first step is held, at an attempt and a fence of the same number. */
  private UUID runningSince(String owner, int attempt, String leaseLeft) {
    UUID id = UUID.randomUUID();
    insertRun(id);
    String[] steps = {"first_step", "second_step", "last_step", "report"};
    for (int seq = steps.length - 1; seq > 0; seq--) {
      database.update(
          """
          insert into step_run (run_id, step, seq, always, needs, state, max_attempts, backoff_ms)
          values (?, ?, ?, ?, array[?], 'PENDING', 3, 0)
          """,
          id,
          steps[seq],
          seq,
          seq == 3,
          steps[seq - 1]);
    }
    database.update(
        """
        insert into step_run (run_id, step, seq, always, state, max_attempts, backoff_ms,
          attempt, fence, owner, lease_until, started_at)
        values (?, 'first_step', 0, false, 'RUNNING', 3, 0, ?, ?, ?,
          clock_timestamp() + cast(? as interval), clock_timestamp())
        """,
        id,
        attempt,
        attempt,
        owner,
        leaseLeft);
    return id;
  }

  private void insertRun(UUID id) {
    String version = definitions.find("scripted").orElseThrow().version();
    database.update(
        """
        insert into pipeline_run (id, pipeline, def_hash, trigger, params, state, started_at)
        values (?, 'scripted', ?, 'API', '{}', 'RUNNING', clock_timestamp())
        """,
        id,
        version);
  }
}
