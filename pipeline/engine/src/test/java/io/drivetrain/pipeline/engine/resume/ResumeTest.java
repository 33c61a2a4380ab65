package io.drivetrain.pipeline.engine.resume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.Documents;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.parameter.DataConfig;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going on from a run as a new one, over HTTP. Scripted kinds read every parameter. */
@PipelineTest
@Timeout(60)
class ResumeTest {
  @Inject Script script;
  @Inject Database database;
  @Inject DataConfig data;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void goesOnFromTheStepThatFailed() {
    String origin = failedInTheSecondStep("{}");
    AtomicInteger firstSteps = new AtomicInteger();
    script.on(
        "first",
        context -> {
          firstSteps.incrementAndGet();
          return new StepResult.Succeeded();
        });

    Response created = resume(origin, "{\"note\":\"disk is back\"}");
    JsonPath run = Pipelines.ended(created.path("id"));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).endsWith("/api/v1/runs/" + run.getString("id"));
    assertThat(run.getString("id")).isNotEqualTo(origin);
    assertThat(run.getString("resumedFrom")).isEqualTo(origin);
    assertThat(run.getString("note")).isEqualTo("disk is back");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getList("steps.state"))
        .containsExactly("REUSED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(run.getMap("steps[0].reusedFrom")).isEqualTo(Map.of("runId", origin, "attempt", 1));
    assertThat(run.getMap("steps[0].output")).isEqualTo(Map.of("ran", "first"));
    assertThat(run.getInt("steps[0].attempt")).isZero();
    assertThat(run.getMap("steps[1].reusedFrom")).isNull();
    assertThat(firstSteps).hasValue(0);
    assertThat(Pipelines.show(origin).getString("state")).isEqualTo("FAILED");
    assertThat(Pipelines.show(origin).getString("resumedFrom")).isNull();
  }

  @Test
  void showsLaterStepsWhatTheReusedOnesBrought() {
    script.on("first", context -> Script.succeeded(Map.of("rows", 7)));
    String origin = failedInTheSecondStep("{}");
    CompletableFuture<StepContext> seen = new CompletableFuture<>();
    script.on(
        "second",
        context -> {
          seen.complete(context);
          return new StepResult.Succeeded();
        });

    Pipelines.ended(resume(origin, "{}").path("id"));

    assertThat(Documents.values(seen.join().outputs()))
        .containsExactly(Map.entry("first_step", Map.of("rows", 7)));
    assertThat(seen.join().outcomes().get("first_step").state()).isEqualTo(StepState.REUSED);
  }

  @Test
  void namesTheRunThatReallyDidTheWork() {
    String origin = failedInTheSecondStep("{}");
    script.on("last", context -> new StepResult.Failed("No network."));
    String second = resume(origin, "{}").path("id");
    Pipelines.ended(second);
    script.clear();

    JsonPath third = Pipelines.ended(resume(second, "{}").path("id"));

    assertThat(third.getString("resumedFrom")).isEqualTo(second);
    assertThat(third.getList("steps.state"))
        .containsExactly("REUSED", "REUSED", "SUCCEEDED", "SUCCEEDED");
    assertThat(third.getList("steps.reusedFrom.runId")).startsWith(origin, second);
  }

  @Test
  void saysInTheEventsWhatItIsMadeOf() {
    String origin = failedInTheSecondStep("{}");

    String id = resume(origin, "{}").path("id");
    Pipelines.ended(id);

    List<String> told =
        database.query(
            row -> row.text("state") + " " + row.text("message"),
            "select * from run_event where run_id = ? order by seq limit 2",
            UUID.fromString(id));
    assertThat(told)
        .containsExactly(
            "QUEUED Resumes run " + origin + ".",
            "REUSED Reused from run " + origin + ", attempt 1.");
  }

  @Test
  void resumesARejectedRunWithOtherParameters() {
    script.on(
        "second",
        context ->
            context.parameters().integer("train.trees") < 10
                ? new StepResult.Rejected("too few trees")
                : new StepResult.Succeeded());
    String origin =
        Pipelines.trigger(
                "{\"params\":{\"train.trees\":2,\"title\":\"x\"},\"labels\":{\"owner\":\"ana\"}}")
            .path("id");
    Pipelines.ended(origin);

    JsonPath run = Pipelines.ended(resume(origin, "{\"params\":{\"train.trees\":20}}").path("id"));

    assertThat(Pipelines.show(origin).getString("state")).isEqualTo("REJECTED");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getMap("params")).containsEntry("train.trees", 20).containsEntry("title", "x");
    assertThat(run.getMap("labels")).isEqualTo(Map.of("owner", "ana"));
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
  }

  @Test
  void runsWhatReadAFileThatHasChangedSince() throws IOException {
    String origin = failedInTheSecondStep("{}");
    Path cars = data.folder().resolve("cars.csv");
    String before = Files.readString(cars);
    try {
      Files.writeString(cars, "Prix\n2\n");

      JsonPath run = Pipelines.ended(resume(origin, "{}").path("id"));

      assertThat(run.getString("steps[0].state")).isEqualTo("SUCCEEDED");
    } finally {
      Files.writeString(cars, before);
    }
  }

  @Test
  void tellsWhatItWouldDoAndWhyAndWritesNothing() {
    String origin = failedInTheSecondStep("{}");
    long before = runs();

    Response answer = resume(origin, "{\"dryRun\":true}");
    JsonPath other = resume(origin, "{\"dryRun\":true,\"params\":{\"title\":\"new\"}}").jsonPath();

    JsonPath plan = answer.jsonPath();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(plan.getString("resumedFrom")).isEqualTo(origin);
    assertThat(plan.getString("admission")).isEqualTo("START");
    assertThat(plan.getList("steps.plan")).containsExactly("REUSE", "RUN", "RUN", "RUN");
    assertThat(plan.getMap("steps[0]")).doesNotContainKey("because");
    assertThat(plan.getString("steps[1].because")).isEqualTo("it ended as FAILED: No disk.");
    assertThat(plan.getString("steps[2].because")).isEqualTo("it was not run");
    assertThat(plan.getString("steps[3].because")).isEqualTo("it always runs");
    assertThat(other.getString("params.title")).isEqualTo("new");
    assertThat(other.getString("steps[0].because")).isEqualTo("parameter title was none");
    assertThat(runs()).isEqualTo(before);
  }

  @Test
  void waitsItsTurn() throws InterruptedException {
    String origin = failedInTheSecondStep("{}");
    Script.Hold held = script.hold("first");
    String active = Pipelines.triggered();
    held.await();

    Response queued = resume(origin, "{}");
    held.letGo();
    JsonPath run = Pipelines.ended(queued.path("id"));

    assertThat(queued.jsonPath().getString("state")).isEqualTo("QUEUED");
    assertThat(queued.jsonPath().getString("steps[0].state")).isEqualTo("REUSED");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(Pipelines.show(active).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void makesOneRunOfOneIdempotencyKey() {
    String origin = failedInTheSecondStep("{}");
    String key = UUID.randomUUID().toString();

    List<Response> answers =
        Stream.generate(() -> resumeWithKey(origin, key, "{}")).parallel().limit(8).toList();
    String id = answers.getFirst().path("id");
    Pipelines.ended(id);
    Response later = resumeWithKey(origin, key, "{}");
    Response otherBody = resumeWithKey(origin, key, "{\"note\":\"x\"}");
    Response otherRun = resumeWithKey(failedInTheSecondStep("{}"), key, "{}");
    Response trigger =
        given()
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body("{}")
            .post("/api/v1/pipelines/scripted/runs");

    assertThat(answers).extracting(answer -> answer.<String>path("id")).containsOnly(id);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(later.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(otherBody.statusCode()).isEqualTo(422);
    assertThat(otherRun.statusCode()).isEqualTo(422);
    assertThat(trigger.statusCode()).isEqualTo(422);
  }

  @Test
  void refusesARunThatSucceeded() {
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    Response refused = resume(id, "{\"dryRun\":true}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("nothing_to_resume");
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("Run " + id + " succeeded. Trigger a new run.");
  }

  @Test
  void refusesARunThatHasNotEnded() throws InterruptedException {
    Script.Hold held = script.hold("first");
    String id = Pipelines.triggered();
    held.await();

    Response refused = resume(id, "{}");
    held.letGo();
    Pipelines.ended(id);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("code")).isEqualTo("run_not_ended");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"params\": {\"train.trees\": 0}} | parameters_refused",
        "{\"params\": {\"tittle\": 1}}      | parameters_refused",
        "{\"step\": \"second_step\"}        | malformed_request",
        "[]                                 | malformed_request"
      })
  void refusesWhatATriggerWouldRefuse(String body, String code) {
    String origin = failedInTheSecondStep("{}");

    Response refused = resume(origin, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
  }

  @Test
  void knowsNoOtherRuns() {
    assertThat(resume(UUID.randomUUID().toString(), "{}").statusCode()).isEqualTo(404);
    assertThat(resume("none", "{}").statusCode()).isEqualTo(404);
  }

  private String failedInTheSecondStep(String body) {
    script.on("second", context -> new StepResult.Failed("No disk."));
    String id = Pipelines.trigger(body).path("id");
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("FAILED");
    script.clear();
    return id;
  }

  private long runs() {
    return database
        .find(row -> row.number("n"), "select count(*) as n from pipeline_run")
        .orElseThrow();
  }

  private static Response resume(String id, String body) {
    return Pipelines.act(id, "/resume", body);
  }

  private static Response resumeWithKey(String id, String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/runs/" + id + "/resume");
  }
}
