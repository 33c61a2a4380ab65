package io.drivetrain.pipeline.definition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.PipelineTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PipelineTest
class DefinitionReloadTest {
  @Inject DefinitionCatalog definitions;
  @Inject DefinitionConfig config;
  @Inject Event<DefinitionsChanged> changes;

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
