package io.drivetrain.registry.comparison;

import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class RunDifferenceTest {
  @Test
  void tellsOnlyWhatDiffers() {
    var first = newRun();
    var second = newRun();
    log(first, "3", 1.5, "a");
    log(second, "4", 1.5, "a");
    ok(post("runs/log-parameter", Map.of("run_id", second, "key", "only", "value", "here")));
    ok(
        post(
            "runs/log-batch",
            Map.of("run_id", first, "metrics", List.of(point("loss", "NaN", 1, 1)))));
    ok(
        post(
            "runs/log-batch",
            Map.of("run_id", second, "metrics", List.of(point("loss", "NaN", 1, 1)))));

    var difference =
        given()
            .queryParam("run_ids", first, second)
            .get("/api/v1/runs/diff")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(difference.getList("run_ids")).isEqualTo(List.of(first, second));
    assertThat(difference.getList("params.key")).isEqualTo(List.of("depth", "only"));
    assertThat(difference.getList("params[0].values")).isEqualTo(List.of("3", "4"));
    assertThat(difference.getList("params[1].values")).isEqualTo(Arrays.asList(null, "here"));
    assertThat(difference.getList("metrics")).isEmpty();
    assertThat(difference.getList("tags.key")).isEqualTo(List.of("mlflow.runName"));
  }

  private static void log(String run, String depth, double rmse, String team) {
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "params",
                List.of(tag("depth", depth), tag("kind", "trees")),
                "metrics",
                List.of(point("rmse", rmse, 1, 1)),
                "tags",
                List.of(tag("team", team)))));
  }

  @Test
  void needsTwoRunsThatExist() {
    var run = newRun();

    given()
        .queryParam("run_ids", run, run)
        .get("/api/v1/runs/diff")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    given()
        .queryParam("run_ids", run, "unknown")
        .get("/api/v1/runs/diff")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
