package io.drivetrain.pipeline.engine.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PipelineTest
class ScheduleApiTest {
  @Inject Database database;

  @AfterEach
  void goOn() {
    post("resume", "{}");
  }

  @Test
  void listsSchedules() {
    JsonPath list = given().get("/api/v1/schedules").jsonPath();

    assertThat(list.getList("schedules.pipeline")).containsExactly("scripted");
    assertThat(list.getString("schedules[0].cron")).isEqualTo("@weekly");
    assertThat(list.getString("schedules[0].timeZone")).isEqualTo("Africa/Casablanca");
    assertThat(list.getString("schedules[0].catchUp")).isEqualTo("none");
    assertThat(list.getString("schedules[0].paused")).isNull();
    assertThat(list.getString("schedules[0].next")).isNotNull();
  }

  @Test
  void previewsTheNextTenFirings() {
    JsonPath preview = given().get("/api/v1/schedules/scripted/next?n=10").jsonPath();

    List<String> local = preview.getList("firings.local");

    assertThat(local).hasSize(10).doesNotHaveDuplicates();
    assertThat(local)
        .allSatisfy(time ->
            assertThat(OffsetDateTime.parse(time).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY));
  }

  @Test
  void aPausedScheduleDoesNotFireAndDropsThePauseWhenResumed() {
    int before = scheduledRuns();
    database.update("delete from schedule_audit");

    JsonPath paused = post("pause", "{\"by\":\"Amal\",\"reason\":\"new data\"}").jsonPath();
    post("pause", "{\"by\":\"Omar\"}");
    database.update("update pipeline_schedule set handled_until = now() - interval '7 days'");
    JsonPath overview = given().get("/api/v1/pipelines").jsonPath();
    JsonPath resumed = post("resume", "{\"by\":\"Amal\"}").jsonPath();

    assertThat(paused.getString("paused.by")).isEqualTo("Amal");
    assertThat(paused.getString("paused.reason")).isEqualTo("new data");
    assertThat(paused.getString("paused.since")).isNotNull();
    assertThat(paused.getString("next")).isNull();
    assertThat(overview.getBoolean("pipelines.find { it.id == 'scripted' }.schedule.paused"))
        .isTrue();
    assertThat(resumed.getString("paused")).isNull();
    assertThat(resumed.getString("next")).isNotNull();
    assertThat(scheduledRuns()).isEqualTo(before);
    assertThat(audit()).containsExactly("PAUSE by Amal", "RESUME by Amal");
  }

  @Test
  void knowsOnlySchedulesOfPipelines() {
    assertThat(given().get("/api/v1/schedules/nothing/next").statusCode()).isEqualTo(404);
    assertThat(
            given()
                .contentType("application/json")
                .post("/api/v1/schedules/nothing/pause")
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"0", "101", "ten"})
  void refusesAStrangeNumberOfFirings(String n) {
    Response refused = given().get("/api/v1/schedules/scripted/next?n=" + n);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("n must be a whole number from 1 to 100.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"who\":\"me\"}  | 'who' is not a known field. Known fields: by, reason.",
        "{\"by\":[1]}      | 'by' must be text, not an array.",
        "[1]               | The body must be a JSON object.",
        "{\"by             | The body is not JSON: line 1, column 5: the text ends before it is complete."
      })
  void saysWhatIsWrongInABody(String body, String detail) {
    Response refused = post("pause", body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo(detail);
  }

  private static Response post(String command, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/schedules/scripted/" + command);
  }

  private int scheduledRuns() {
    return database
        .query(row -> row.uuid("id"), "select id from pipeline_run where trigger = 'SCHEDULE'")
        .size();
  }

  private List<String> audit() {
    return database.query(
        row -> row.text("action") + " by " + row.text("who"),
        "select action, who from schedule_audit order by id");
  }
}
