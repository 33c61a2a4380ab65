package io.drivetrain.pipeline.engine.backfill;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sundays at midnight in Casablanca, which is UTC+1 but for the month of Ramadan. */
@PipelineTest
class BackfillApiTest {
  private static final String MAY =
      "\"pipeline\":\"scripted\",\"from\":\"2025-05-03T23:00:00Z\",\"to\":\"2025-05-24T22:59:59Z\"";
  private static final List<String> SUNDAYS =
      List.of("2025-05-03T23:00:00Z", "2025-05-10T23:00:00Z", "2025-05-17T23:00:00Z");

  @Inject Script script;
  @Inject Database database;
  @Inject RunLauncher runs;
  @Inject BackfillService backfills;

  @BeforeEach
  void nothingWasFilled() {
    script.clear();
    database.update("delete from backfill");
    runIds().forEach(Pipelines::ended);
    database.update("delete from pipeline_run where logical_time is not null");
  }

  @Test
  void aDryRunTellsTheTimesAndMakesNothing() {
    Response plan = post("{" + MAY + ",\"dryRun\":true}");

    assertThat(plan.statusCode()).isEqualTo(200);
    assertThat(plan.jsonPath().getList("times.logicalTime")).isEqualTo(SUNDAYS);
    assertThat(plan.jsonPath().getString("id")).isNull();
    assertThat(runIds()).isEmpty();
  }

  @Test
  void runsEveryTimeOldestFirst() {
    Response created = post("{" + MAY + "}");
    JsonPath done = finished(created.jsonPath().getString("id"));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).endsWith(created.jsonPath().getString("id"));
    assertThat(done.getList("times.logicalTime")).isEqualTo(SUNDAYS);
    assertThat(done.getList("times.state")).containsOnly("SUCCEEDED").hasSize(3);
    JsonPath run = Pipelines.show(done.getString("times[0].runId"));
    assertThat(run.getString("trigger")).isEqualTo("BACKFILL");
    assertThat(run.getString("logicalTime")).isEqualTo("2025-05-03T23:00:00Z");
    assertThat(runIds()).isEqualTo(done.getList("times.runId"));
  }

  @Test
  void holdsNoMoreRunsInTheQueueThanItMay() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });

    String id = post("{" + MAY + ",\"maxActive\":2}").jsonPath().getString("id");
    backfills.feed();
    int waiting = runIds().size();
    go.countDown();

    assertThat(waiting).isEqualTo(2);
    assertThat(finished(id).getList("times.state")).containsOnly("SUCCEEDED").hasSize(3);
  }

  @Test
  void fillsOnlyWhatIsMissing() {
    runs.startScheduled("scripted", Instant.parse(SUNDAYS.get(1)));

    assertThat(planned("MISSING")).containsExactly(SUNDAYS.get(0), SUNDAYS.get(2));
  }

  @Test
  void repeatsWhatFailed() {
    script.on("first", context -> new StepResult.Failed("no"));
    runs.startScheduled("scripted", Instant.parse(SUNDAYS.get(0)));
    runIds().forEach(Pipelines::ended);
    script.clear();
    runs.startScheduled("scripted", Instant.parse(SUNDAYS.get(1)));
    runIds().forEach(Pipelines::ended);

    assertThat(planned("MISSING")).containsExactly(SUNDAYS.get(2));
    assertThat(planned("FAILED")).containsExactly(SUNDAYS.get(0), SUNDAYS.get(2));
    assertThat(planned("ALL")).isEqualTo(SUNDAYS);
  }

  @Test
  void twoBackfillsDoNotRunTheSameTime() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String id = post("{" + MAY + "}").jsonPath().getString("id");

    JsonPath second = post("{" + MAY + ",\"reprocess\":\"ALL\"}").jsonPath();
    go.countDown();

    assertThat(second.getList("times")).isEmpty();
    finished(id);
  }

  @Test
  void aCancelledBackfillStartsNoFurtherRun() {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String id = post("{" + MAY + "}").jsonPath().getString("id");

    JsonPath cancelled = given().post("/api/v1/backfills/" + id + "/cancel").jsonPath();
    go.countDown();
    runIds().forEach(Pipelines::ended);
    backfills.feed();

    assertThat(cancelled.getString("cancelledAt")).isNotNull();
    assertThat(runIds()).hasSize(1);
    assertThat(planned("MISSING")).containsExactly(SUNDAYS.get(1), SUNDAYS.get(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                                    | A backfill needs pipeline, from and to.",
        "{\"pipeline\":\"scripted\"}                                           | A backfill needs pipeline, from and to.",
        "{\"from\":\"yesterday\"}                                              | 'from' must be a time such as 2026-01-31T00:00:00Z, not 'yesterday'.",
        "{\"pipeline\":\"scripted\",\"from\":\"2025-01-02T00:00:00Z\",\"to\":\"2025-01-01T00:00:00Z\"} | to must not be before from.",
        "{\"pipeline\":\"scripted\",\"from\":\"2025-01-02T00:00:00Z\",\"to\":\"2100-01-01T00:00:00Z\"} | to must not be in the future.",
        "{\"pipeline\":\"scripted\",\"from\":\"-999999999-01-02T00:00:00Z\",\"to\":\"2025-01-01T00:00:00Z\"} | from and to must be within the years 1970 to 2100.",
        "{\"pipeline\":\"scripted\",\"from\":\"1969-12-31T23:59:59Z\",\"to\":\"2025-01-01T00:00:00Z\"} | from and to must be within the years 1970 to 2100.",
        "{\"pipeline\":\"scripted\",\"from\":\"1990-01-02T00:00:00Z\",\"to\":\"2025-01-01T00:00:00Z\"} | A backfill may cover at most 1000 times; the schedule has more between from and to.",
        "{\"reprocess\":\"SOME\"}                                              | 'reprocess' must be one of MISSING, FAILED, ALL, not 'SOME'."
      })
  void saysWhatIsWrong(String body, String detail) {
    Response refused = post(body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo(detail);
  }

  @Test
  void knowsOnlyPipelinesWithASchedule() {
    Response refused = post("{" + MAY.replace("scripted", "nothing") + "}");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo("There is no schedule 'nothing'.");
    assertThat(given().get("/api/v1/backfills/none").statusCode()).isEqualTo(404);
  }

  private static Response post(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/backfills");
  }

  private static List<String> planned(String reprocess) {
    return post("{" + MAY + ",\"dryRun\":true,\"reprocess\":\"" + reprocess + "\"}")
        .jsonPath()
        .getList("times.logicalTime");
  }

  private JsonPath finished(String id) {
    JsonPath shown = given().get("/api/v1/backfills/" + id).jsonPath();
    for (int i = 0; i < shown.getList("times").size(); i++) {
      backfills.feed();
      shown = given().get("/api/v1/backfills/" + id).jsonPath();
      Pipelines.ended(shown.getString("times[" + i + "].runId"));
    }
    return given().get("/api/v1/backfills/" + id).jsonPath();
  }

  private List<String> runIds() {
    return database.query(
        row -> row.uuid("id").toString(),
        "select id from pipeline_run where logical_time is not null order by logical_time");
  }
}
