package io.drivetrain.pipeline.engine.resume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The retry of a step in place, over HTTP. */
@PipelineTest
@Timeout(60)
class StepRetryTest {
  private static final String DISK_IS_BACK = "{\"reason\":\"disk is back\",\"by\":\"Ana\"}";

  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void runsTheStepAndWhatFollowsFromIt() {
    String id = failedInTheSecondStep();

    Response retried = retry(id, "second_step", DISK_IS_BACK);
    JsonPath run = Pipelines.ended(id);

    assertThat(retried.statusCode()).isEqualTo(202);
    assertThat(retried.jsonPath().getString("id")).isEqualTo(id);
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("message")).isNull();
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(run.getList("steps.attempt")).containsExactly(1, 2, 1, 2);
    assertThat(run.getMap("steps[1].output")).isEqualTo(Map.of("ran", "second"));
  }

  @Test
  void keepsTheRunActiveUntilItEndsAgain() throws InterruptedException {
    String id = failedInTheSecondStep();
    Script.Hold held = script.hold("second");

    retry(id, "second_step", DISK_IS_BACK);
    held.await();
    JsonPath meanwhile = Pipelines.show(id);
    String next = Pipelines.triggered();
    String stateOfNext = Pipelines.show(next).getString("state");
    held.letGo();

    assertThat(meanwhile.getString("state")).isEqualTo("RUNNING");
    assertThat(meanwhile.getString("endedAt")).isNull();
    assertThat(meanwhile.getList("steps.state"))
        .containsExactly("SUCCEEDED", "RUNNING", "PENDING", "PENDING");
    assertThat(stateOfNext).isEqualTo("QUEUED");
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("SUCCEEDED");
    assertThat(Pipelines.ended(next).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void triesItAsOftenAsAtFirst() {
    String id = failedInTheSecondStep();
    script.on(
        "second",
        context -> {
          throw new IllegalStateException("try " + context.attempt());
        });

    retry(id, "second_step", DISK_IS_BACK);
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("FAILED");
    assertThat(run.getInt("steps[1].attempt")).isEqualTo(4);
    assertThat(run.getString("steps[1].message")).endsWith("Attempt 4 of 4 was the last.");
    assertThat(attempts(id, "second_step")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void saysWhoRetriedItAndWhyInTheEvents() {
    String id = failedInTheSecondStep();

    retry(id, "second_step", DISK_IS_BACK);
    Pipelines.ended(id);

    List<String> told =
        database.query(
            row -> row.text("step") + " " + row.text("state") + " " + row.text("reason"),
            "select * from run_event where run_id = ? and message = ? order by seq",
            UUID.fromString(id),
            "Retry of second_step by Ana: disk is back");
    assertThat(told)
        .containsExactly(
            "null RUNNING USER",
            "second_step PENDING USER",
            "last_step PENDING USER",
            "report PENDING USER");
  }

  @Test
  void retriesWhatAStepWaitsForAlongWithIt() {
    String id = failedInTheSecondStep();

    retry(id, "last_step", DISK_IS_BACK);
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.attempt")).containsExactly(1, 2, 1, 2);
  }

  @Test
  void takesUpACancelledRun() throws InterruptedException {
    Script.Hold held = script.hold("second");
    String id = Pipelines.triggered();
    held.await();
    Pipelines.act(id, "/cancel", "{}");
    Pipelines.ended(id);
    script.clear();

    retry(id, "second_step", "{\"reason\":\"cancelled by mistake\"}");
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("reason")).isNull();
  }

  @Test
  void countsTheDeadlineAnew() {
    script.on(
        "first",
        context -> {
          new CountDownLatch(1).await();
          return null;
        });
    String id = Pipelines.trigger("overdue", "{}").path("id");
    JsonPath late = Pipelines.ended(id);
    script.clear();

    retry(id, "first_step", "{\"reason\":\"the network is faster now\"}");

    assertThat(late.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void retriesTheReportOfARunThatSucceeded() {
    script.on("closing", context -> new StepResult.Failed("the registry is away"));
    String id = Pipelines.triggered();
    JsonPath before = Pipelines.ended(id);
    script.clear();

    Response retried = retry(id, "report", "{\"reason\":\"the registry is back\"}");
    JsonPath run = Pipelines.ended(id);

    assertThat(before.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "FAILED");
    assertThat(retried.statusCode()).isEqualTo(202);
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.attempt")).containsExactly(1, 1, 1, 2);
  }

  @Test
  void letsOneOfManyRetriesWin() {
    String id = failedInTheSecondStep();

    List<Integer> answers =
        Stream.generate(() -> retry(id, "second_step", DISK_IS_BACK).statusCode())
            .parallel()
            .limit(8)
            .toList();
    JsonPath run = Pipelines.ended(id);

    assertThat(answers).containsOnly(202, 409);
    assertThat(answers).filteredOn(status -> status == 202).hasSize(1);
    assertThat(run.getInt("steps[1].attempt")).isEqualTo(2);
  }

  @Test
  void waitsForNobodyWhenAnotherRunIsActive() throws InterruptedException {
    String id = failedInTheSecondStep();
    Script.Hold held = script.hold("first");
    String active = Pipelines.triggered();
    held.await();

    Response refused = retry(id, "second_step", DISK_IS_BACK);
    held.letGo();
    Pipelines.ended(active);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("run_active");
    assertThat(refused.jsonPath().getString("run")).isEqualTo(active);
    assertThat(Pipelines.show(id).getString("state")).isEqualTo("FAILED");
  }

  @Test
  void refusesAStepOfARunThatHasNotEnded() throws InterruptedException {
    script.on("second", context -> new StepResult.Failed("No disk."));
    Script.Hold held = script.hold("closing");
    String id = Pipelines.triggered();
    held.await();

    Response refused = retry(id, "second_step", DISK_IS_BACK);
    held.letGo();
    Pipelines.ended(id);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("run_not_ended");
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("Run " + id + " is RUNNING. Wait until it has ended, or cancel it.");
  }

  @Test
  void refusesWhatAGateHasDecided() {
    script.on("second", context -> new StepResult.Rejected("too few rows"));
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    Response gate = retry(id, "second_step", DISK_IS_BACK);
    Response behind = retry(id, "last_step", DISK_IS_BACK);

    assertThat(gate.statusCode()).isEqualTo(409);
    assertThat(gate.jsonPath().getString("code")).isEqualTo("step_not_retryable");
    assertThat(gate.jsonPath().getString("detail"))
        .isEqualTo(
            "Step second_step was rejected, and a retry does not change that. Resume the run with changed inputs.");
    assertThat(behind.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                    | A retry needs a 'reason'.",
        "{\"reason\": \"  \"}  | A retry needs a 'reason'.",
        "{\"reason\": 1}      | 'reason' must be text, not 1.",
        "{\"reason\": \"x\", \"by\": true} | 'by' must be text, not true.",
        "{\"reason\": \"x\", \"why\": 1} | 'why' is not a known field. Known fields: by, reason.",
        "{\"reason\": \"x\\u0000\"} | 'reason' may have at most 1000 characters, and no NUL."
      })
  void wantsAReason(String body, String detail) {
    Response refused = retry(UUID.randomUUID().toString(), "second_step", body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo(detail);
  }

  @Test
  void knowsNoOtherRunsAndSteps() {
    String id = failedInTheSecondStep();

    assertThat(retry(id, "third_step", DISK_IS_BACK).statusCode()).isEqualTo(404);
    assertThat(retry(UUID.randomUUID().toString(), "a", DISK_IS_BACK).statusCode()).isEqualTo(404);
    assertThat(retry("none", "a", DISK_IS_BACK).statusCode()).isEqualTo(404);
  }

  private String failedInTheSecondStep() {
    script.on("second", context -> new StepResult.Failed("No disk."));
    String id = Pipelines.triggered();
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("FAILED");
    script.clear();
    return id;
  }

  private List<Integer> attempts(String id, String step) {
    return database.query(
        row -> row.integer("attempt"),
        "select attempt from step_attempt where run_id = ? and step = ? order by fence",
        UUID.fromString(id),
        step);
  }

  private static Response retry(String id, String step, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/runs/" + id + "/steps/" + step + "/retry");
  }
}
