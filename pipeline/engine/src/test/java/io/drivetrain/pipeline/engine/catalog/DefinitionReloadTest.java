package io.drivetrain.pipeline.engine.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PipelineTest
class DefinitionReloadTest {
  private static final String ADDED = "pipelines.find { it.id == 'added' }";

  @Inject DefinitionCatalog definitions;
  @Inject DefinitionConfig config;
  @Inject Event<DefinitionsChanged> changes;
  @Inject Script script;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @AfterEach
  void remove() throws IOException {
    Files.deleteIfExists(file());
    reload();
  }

  @Test
  void aNewFileIsRunAndScheduledWithoutARestart() throws IOException {
    Files.writeString(
        file(),
        """
        id: added
        schedule: "@daily"
        steps:
          - id: first_step
            kind: first
        """);
    reload();

    String run =
        given().contentType("application/json").post("/api/v1/pipelines/added/runs").path("id");
    JsonPath ended = given().get("/api/v1/runs/" + run + "?wait=60s").jsonPath();

    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(scheduled()).contains("added");
  }

  @Test
  void aRemovedFileIsNotScheduledAnyMore() throws IOException {
    Files.writeString(
        file(), "id: added\nschedule: '@daily'\nsteps: [{id: first_step, kind: first}]\n");
    reload();

    Files.delete(file());
    reload();

    assertThat(scheduled()).doesNotContain("added");
    assertThat(given().get("/api/v1/schedules/added/next").statusCode()).isEqualTo(404);
  }

  @Test
  void queuedRunsOfARemovedFileStartAndSayIt() throws Exception {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    script.on(
        "first",
        context -> {
          runs.countDown();
          go.await();
          return new StepResult.Succeeded();
        });
    Files.writeString(file(), "id: added\nsteps: [{id: first_step, kind: first}]\n");
    reload();
    trigger();
    runs.await();
    String queued = trigger();

    Files.delete(file());
    reload();
    JsonPath why = given().get("/api/v1/runs/" + queued + "/why").jsonPath();
    String message = given().get("/api/v1/runs/" + queued).path("message");
    go.countDown();
    JsonPath ended = given().get("/api/v1/runs/" + queued + "?wait=60s").jsonPath();

    assertThat(message).contains("The file of the pipeline was removed since");
    assertThat(why.getString("reasons[0].message"))
        .endsWith(
            "is active; the file of the pipeline was removed, and the run will start all"
                + " the same");
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void warnsOfDataThatIsNotThereYet() throws IOException {
    Files.writeString(
        file(),
        """
        id: added
        parameters:
          - name: data
            type: file
            default: arrives/later.csv
        steps: [{id: first_step, kind: first}]
        """);
    reload();

    JsonPath list = given().get("/api/v1/pipelines").jsonPath().setRootPath(ADDED);

    assertThat(list.getString("file")).isEqualTo("added.yaml");
    assertThat(list.<Map<String, Object>>getList("warnings"))
        .containsExactly(
            Map.of(
                "line",
                5,
                "column",
                5,
                "path",
                "parameters[0].default",
                "message",
                "the data folder has no readable file 'arrives/later.csv'; add it, or name another file when you start a run"));
  }

  @Test
  void warnsOfAScheduleWithoutAFuture() throws IOException {
    Files.writeString(
        file(),
        "id: added\nschedule: '0 0 0 1 1 ? 2001'\nsteps: [{id: first_step, kind: first}]\n");
    reload();

    JsonPath list = given().get("/api/v1/pipelines").jsonPath().setRootPath(ADDED);

    assertThat(list.<String>getList("warnings.message"))
        .containsExactly("the schedule has no future times; runs start only when triggered");
  }

  private static String trigger() {
    return given().contentType("application/json").post("/api/v1/pipelines/added/runs").path("id");
  }

  private void reload() {
    if (definitions.reload()) {
      changes.fire(new DefinitionsChanged());
    }
  }

  private static List<String> scheduled() {
    return given().get("/api/v1/schedules").jsonPath().getList("schedules.pipeline");
  }

  private Path file() {
    return config.folder().resolve("added.yaml");
  }
}
