package io.drivetrain.registry.facet;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class ExperimentActivityTest {
  private static final String PATH = "/api/v1/experiments/activity";

  @Test
  void countsTheRunsOfEachExperiment() {
    var busy = newExperiment();
    run(busy, 10);
    var ended = run(busy, 30);
    var deleted = run(busy, 50);
    ok(post("runs/update", Map.of("run_id", ended, "status", "FINISHED", "end_time", 40)));
    ok(post("runs/delete", Map.of("run_id", deleted)));
    var empty = newExperiment();

    var answer = given().queryParam("experiment_ids", busy, empty).get(PATH).then().statusCode(200);

    assertThat(answer.extract().jsonPath().getList("experiments"))
        .singleElement()
        .isEqualTo(
            Map.of(
                "experiment_id", busy,
                "runs", 2,
                "running", 1,
                "deleted_runs", 1,
                "last_start_time", 30));
  }

  @Test
  void refusesMoreThanItWillCount() {
    given()
        .queryParam("experiment_ids", Collections.nCopies(501, "1"))
        .get(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    given().queryParam("experiment_ids", "x").get(PATH).then().statusCode(400);
  }

  private static String run(String experiment, long start) {
    return ok(post("runs/create", Map.of("experiment_id", experiment, "start_time", start)))
        .getString("run.info.run_id");
  }
}
