package io.drivetrain.pipeline.engine.overview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PipelineTest
class PipelineApiTest {
  private static final String SCRIPTED = "pipelines.find { it.id == 'scripted' }";

  @Inject Script script;

  @Test
  void listsPipelinesWithScheduleParametersAndLastRun() {
    script.clear();
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    JsonPath list = given().get("/api/v1/pipelines").jsonPath();

    assertThat(list.getList("pipelines.id"))
        .containsExactly(
            "approved",
            "brief",
            "exclusive",
            "forked",
            "hurried",
            "impatient",
            "latest",
            "overdue",
            "replaced",
            "reported",
            "scripted",
            "two_people");
    list.setRootPath(SCRIPTED);
    assertThat(list.getString("schedule.cron")).isEqualTo("@weekly");
    assertThat(list.getString("schedule.timeZone")).isEqualTo("Africa/Casablanca");
    assertThat(list.getString("schedule.catchUp")).isEqualTo("none");
    assertThat(list.getMap("parameters[1]"))
        .containsEntry("name", "train.trees")
        .containsEntry("type", "integer")
        .containsEntry("default", 500);
    assertThat(list.getString("lastRun.id")).isEqualTo(id);
  }

  @Test
  void tellsTheNextFiringInTheTimeZoneOfTheSchedule() {
    JsonPath list = given().get("/api/v1/pipelines").jsonPath().setRootPath(SCRIPTED);

    ZonedDateTime next =
        Instant.parse(list.getString("schedule.next")).atZone(ZoneId.of("Africa/Casablanca"));

    assertThat(next.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(next.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void listsRefusedDefinitionsWithLineAndCause() {
    JsonPath list = given().get("/api/v1/pipelines").jsonPath();

    assertThat(list.getString("refused[0].file")).isEqualTo("broken.yaml");
    assertThat(list.<Map<String, Object>>getList("refused[0].errors"))
        .containsExactly(
            Map.of(
                "line",
                3,
                "column",
                1,
                "path",
                "retires",
                "message",
                "unknown key; known are concurrency, deadline, description, id, label, notifications,"
                    + " parameters, pause, schedule, steps"),
            Map.of(
                "line",
                6,
                "column",
                5,
                "path",
                "steps[0].kind",
                "message",
                "unknown kind 'frist'; known are approval, closing, first, last, pause, second;"
                    + " did you mean 'first'?"));
  }

  @Test
  void servesTheSchemaOfDefinitions() {
    Response schema = given().get("/api/v1/definitions/schema");

    assertThat(schema.contentType()).startsWith("application/schema+json");
    assertThat(schema.jsonPath().getList("properties.steps.items.properties.kind.enum"))
        .contains("approval", "first", "last", "second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/ready",
        "/health/live",
        "/metrics",
        "/openapi",
        "/api/v1/runs"
      })
  void servesItsSurroundings(String path) {
    assertThat(given().get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void isReadyWithDatabaseSchedulerDefinitionsAndWorkers() {
    JsonPath ready = given().get("/health/ready").jsonPath();

    assertThat(ready.getString("status")).isEqualTo("UP");
    assertThat(ready.<String>getList("checks.name"))
        .contains("definitions", "scheduler", "step workers")
        .anyMatch(name -> name.startsWith("Database connections"));
  }

  @Test
  void countsOutcomesAndMeasuresSteps() {
    script.clear();
    Pipelines.ended(Pipelines.triggered());

    String metrics = given().get("/metrics").asString();

    assertThat(metrics)
        .contains("drivetrain_pipeline_runs_total{pipeline=\"scripted\",state=\"SUCCEEDED\"}")
        .contains(
            "drivetrain_pipeline_steps_seconds_count{outcome=\"SUCCEEDED\",step=\"first_step\"}")
        .containsPattern("drivetrain_pipeline_claims_seconds_bucket\\{le=\"\\+Inf\"} [1-9]")
        .contains("drivetrain_pipeline_queue_depth 0.0");
  }

  @Test
  void describesItself() {
    String openApi = given().get("/openapi").asString();

    assertThat(openApi)
        .contains("/api/v1/pipelines:", "/api/v1/pipelines/{pipeline}/runs:", "/api/v1/runs/{id}:");
  }
}
