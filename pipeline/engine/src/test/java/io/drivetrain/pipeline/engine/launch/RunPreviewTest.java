package io.drivetrain.pipeline.engine.launch;

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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dry run of a trigger. */
@PipelineTest
@Timeout(60)
class RunPreviewTest {
  private static final String DRY = "{\"dryRun\":true}";

  @Inject Script script;
  @Inject Database database;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void tellsWhatTheRunWouldBeAndWritesNothing() {
    long before = rows();

    Response answer =
        Pipelines.trigger("{\"params\":{\"train.trees\":2},\"note\":\"x\",\"dryRun\":true}");

    JsonPath preview = answer.jsonPath();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Location")).isNull();
    assertThat(preview.getString("pipeline")).isEqualTo("scripted");
    assertThat(preview.getString("definitionVersion")).hasSize(64);
    assertThat(preview.getInt("params.'train.trees'")).isEqualTo(2);
    assertThat(preview.getString("params.data")).isEqualTo("cars.csv");
    assertThat(preview.getString("admission")).isEqualTo("START");
    assertThat(preview.getString("behind")).isNull();
    assertThat(preview.getList("steps.step"))
        .containsExactly("first_step", "second_step", "last_step", "report");
    assertThat(preview.getMap("steps[1]"))
        .containsEntry("kind", "second")
        .containsEntry("needs", List.of("first_step"))
        .containsEntry("timeout", null)
        .containsEntry("retries", 2)
        .hasSize(5);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void showsTimeoutsAsADefinitionWritesThem() {
    JsonPath preview = Pipelines.trigger("hurried", DRY).jsonPath();

    assertThat(preview.getString("steps[0].timeout")).isEqualTo("PT0.2S");
  }

  @ParameterizedTest
  @CsvSource({"scripted, QUEUE", "exclusive, REJECT", "latest, REPLACE"})
  void tellsWhatBecomesOfItBehindAnotherRun(String pipeline, String admission) {
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          go.await();
          return new StepResult.Succeeded();
        });
    String active = Pipelines.trigger(pipeline, "{}").path("id");

    Response answer = Pipelines.trigger(pipeline, DRY);
    go.countDown();
    JsonPath ended = Pipelines.ended(active);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("admission")).isEqualTo(admission);
    assertThat(answer.jsonPath().getString("behind")).isEqualTo(active);
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void usesUpNoIdempotencyKey() {
    String key = UUID.randomUUID().toString();

    Response dry = triggerWithKey(key, DRY);
    Response real = triggerWithKey(key, "{}");
    Pipelines.ended(real.path("id"));

    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(dry.header("Idempotent-Replay")).isNull();
    assertThat(real.statusCode()).isEqualTo(201);
  }

  @Test
  void refusesWhatTheTriggerWouldRefuse() {
    Response parameter = Pipelines.trigger("{\"params\":{\"tittle\":1},\"dryRun\":true}");
    Response pipeline = Pipelines.trigger("nothing", DRY);
    Response word = Pipelines.trigger("{\"dryRun\":\"yes\"}");

    assertThat(parameter.statusCode()).isEqualTo(400);
    assertThat(parameter.jsonPath().getList("errors.parameter")).containsExactly("tittle");
    assertThat(pipeline.statusCode()).isEqualTo(404);
    assertThat(word.statusCode()).isEqualTo(400);
  }

  private long rows() {
    return database
        .find(
            row -> row.number("n"),
            "select (select count(*) from pipeline_run) + (select count(*) from run_event) as n")
        .orElseThrow();
  }

  private static Response triggerWithKey(String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/pipelines/scripted/runs");
  }
}
