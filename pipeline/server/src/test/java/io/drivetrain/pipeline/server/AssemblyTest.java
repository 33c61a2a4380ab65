package io.drivetrain.pipeline.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine and the steps of learning as one application. */
@AssembledTest
class AssemblyTest {
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
                "unknown key; known are card, concurrency, deadline, description, encoding, features, gates, golden, id, label,"
                    + " model, notifications, parameters, pause, preparation, quality, schedule, source, split, steps,"
                    + " target, training"),
            Map.of(
                "line",
                6,
                "column",
                5,
                "path",
                "steps[0].kind",
                "message",
                "unknown kind 'frist'; known are approval, closing, evaluate, first, last,"
                    + " pause, promote-production, promote-staging, quality, report, second, train,"
                    + " validate-staging; did you mean 'first'?"));
  }

  @Test
  void servesTheSchemaOfDefinitions() {
    Response schema = given().get("/api/v1/definitions/schema");

    assertThat(schema.contentType()).startsWith("application/schema+json");
    assertThat(schema.jsonPath().getList("properties.steps.items.properties.kind.enum"))
        .contains("first", "last", "report", "second", "train");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/ready",
        "/health/live",
        "/metrics",
        "/openapi",
        "/docs/",
        "/api/v1/runs"
      })
  void servesItsSurroundings(String path) {
    assertThat(given().get(path).statusCode()).isEqualTo(200);
  }
}
