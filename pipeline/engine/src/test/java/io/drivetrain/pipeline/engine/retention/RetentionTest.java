package io.drivetrain.pipeline.engine.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class RetentionTest {
  private static final String TRIES = "/api/v1/runs/%s/steps/first_step/attempts";

  @Inject Script script;
  @Inject Database database;
  @Inject RetentionService retention;
  @Inject RetentionRepository past;
  @Inject MeterRegistry meters;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void deletesARunThatEndedLongAgoWithAllThatIsIts() {
    String id = endedBefore("181 days");
    addMessages(id);

    retention.purge();

    assertThat(
            Stream.of("", "/why", "/events", "/steps/first_step/attempts")
                .map(path -> given().get("/api/v1/runs/" + id + path).statusCode()))
        .containsOnly(404);
    assertThat(
            Stream.of("step_run", "step_attempt", "run_event", "log_chunk", "outbox_event")
                .map(table -> rowsOf(table, id)))
        .containsOnly(0L);
    assertThat(messagesAbout(id)).isZero();
  }

  @Test
  void freesTheKeyOfARunThatItDeletes() {
    String key = UUID.randomUUID().toString();
    String id = triggerWith(key).path("id");
    Pipelines.ended(id);
    age(id, "181 days");

    retention.purge();
    Response again = triggerWith(key);

    assertThat(again.statusCode()).isEqualTo(201);
    Pipelines.ended(again.path("id"));
  }

  @Test
  void keepsWhatEndedLaterAndWhatHasNotEnded() {
    String ended = endedBefore("179 days");
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String running = Pipelines.triggered();
    database.update(
        """
        update pipeline_run set created_at = created_at - interval '2 years',
          started_at = started_at - interval '2 years' where id = ?
        """,
        UUID.fromString(running));

    retention.purge();
    go.countDown();

    assertThat(Pipelines.show(ended).getString("state")).isEqualTo("SUCCEEDED");
    assertThat(Pipelines.ended(running).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void deletesOldLogsAndKeepsTheirTries() {
    String id = loggedBefore("31 days");
    String kept = loggedBefore("29 days");

    retention.purge();
    JsonPath tries = given().get(TRIES.formatted(id)).jsonPath();

    assertThat(tries.getList("outcome")).containsExactly("SUCCEEDED");
    assertThat(tries.getInt("[0].logBytes")).isZero();
    assertThat(given().get(TRIES.formatted(id) + "/1/log").asString()).isEmpty();
    assertThat(rowsOf("log_chunk", kept)).isPositive();
  }

  @Test
  void keepsTheLogOfATryThatStillRuns() {
    String id = loggedBefore("31 days");
    database.update(
        "update step_attempt set ended_at = null, outcome = null where run_id = ?",
        UUID.fromString(id));

    retention.purge();

    assertThat(rowsOf("log_chunk", id)).isPositive();
  }

  @Test
  void leavesItToTheReplicaThatIsJustDoingIt() {
    String id = endedBefore("181 days");

    QuarkusTransaction.requiringNew()
        .run(() -> {
          past.isMyTurn();
          retention.purge();
        });
    List<Long> meanwhile = List.of(rowsOf("step_run", id));
    retention.purge();

    assertThat(meanwhile).containsExactly(4L);
    assertThat(rowsOf("step_run", id)).isZero();
  }

  @Test
  void countsWhatItDeletes() {
    retention.purge();
    double before = meters.counter("drivetrain.pipeline.purged", "what", "runs").count();
    endedBefore("181 days");
    endedBefore("182 days");

    retention.purge();

    assertThat(meters.counter("drivetrain.pipeline.purged", "what", "runs").count())
        .isEqualTo(before + 2);
  }

  @Test
  void deletesABackfillWithTheLastOfItsRuns() {
    UUID over = backfill(UUID.randomUUID());
    UUID shown = backfill(UUID.fromString(endedBefore("179 days")));
    UUID waiting = backfill(null);
    endedBefore("181 days");

    retention.purge();

    assertThat(
            Stream.of(over, shown, waiting)
                .map(id -> given().get("/api/v1/backfills/" + id).statusCode()))
        .containsExactly(404, 200, 200);
    database.update("delete from backfill where id in (?, ?)", shown, waiting);
  }

  private String endedBefore(String time) {
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    age(id, time);
    return id;
  }

  /** The log is waited for first: that of an old try is taken for complete as it is. */
  private String loggedBefore(String time) {
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    awaitLog(id);
    age(id, time);
    return id;
  }

  private void age(String id, String time) {
    UUID run = UUID.fromString(id);
    database.update(
        "update pipeline_run set ended_at = clock_timestamp() - cast(? as interval) where id = ?",
        time,
        run);
    database.update(
        "update step_attempt set ended_at = clock_timestamp() - cast(? as interval) where run_id = ?",
        time,
        run);
    database.update(
        "update log_chunk set written_at = clock_timestamp() - cast(? as interval) where run_id = ?",
        time,
        run);
  }

  private void awaitLog(String id) {
    String end =
        given()
            .accept("text/event-stream")
            .get(TRIES.formatted(id) + "/1/log")
            .then()
            .extract()
            .asString();
    assertThat(end).contains("event:end");
  }

  private static Response triggerWith(String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{}")
        .post("/api/v1/pipelines/scripted/runs");
  }

  private void addMessages(String id) {
    UUID run = UUID.fromString(id);
    database.update(
        """
        insert into outbox_message (channel, target, subject, payload, given_up_at)
        values ('webhook', 'ops', ?, '{}', clock_timestamp())
        """,
        id);
    database.update("insert into outbox_event (kind, run_id) values ('RUN_ENDED', ?)", run);
  }

  private long messagesAbout(String id) {
    return database
        .find(
            row -> row.number("n"),
            "select count(*) as n from outbox_message where subject = ?",
            id)
        .orElseThrow();
  }

  private UUID backfill(UUID runId) {
    UUID id = UUID.randomUUID();
    database.update(
        """
        insert into backfill (id, pipeline, from_time, to_time, reprocess, max_active, created_at, cancelled_at)
        values (?, 'scripted', '2020-01-01', '2020-01-02', 'ALL', 1, clock_timestamp() - interval '200 days', null)
        """,
        id);
    database.update(
        "insert into backfill_time (backfill_id, logical_time, run_id) values (?, '2020-01-01', ?)",
        id,
        runId);
    return id;
  }

  private long rowsOf(String table, String id) {
    return database
        .find(
            row -> row.number("n"),
            "select count(*) as n from %s where run_id = ?".formatted(table),
            UUID.fromString(id))
        .orElseThrow();
  }
}
