package io.drivetrain.registry.facet;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class RunFacetTest {
  @Test
  void countsTheRunsOfAFilterByTheirValues() {
    var experiment = newExperiment();
    log(newRun(experiment), "3", 1.5);
    log(newRun(experiment), "3", 2.5);
    log(newRun(experiment), "7", "NaN");
    newRun(experiment);

    var all = facets(Map.of("experiment_ids", List.of(experiment)));
    assertThat(all.getInt("count")).isEqualTo(4);
    assertThat(all.getList("params")).isEmpty();

    var facets =
        facets(
            Map.of(
                "experiment_ids",
                List.of(experiment),
                "filter",
                "params.kind = 'trees'",
                "params",
                List.of("depth", "nothing"),
                "tags",
                List.of("team"),
                "metrics",
                List.of("rmse", "nothing")));
    assertThat(facets.getInt("count")).isEqualTo(3);
    assertThat(facets.getList("params[0].values"))
        .isEqualTo(List.of(Map.of("value", "3", "count", 2), Map.of("value", "7", "count", 1)));
    assertThat(facets.getInt("params[0].runs")).isEqualTo(3);
    assertThat(facets.getInt("params[0].distinct")).isEqualTo(2);
    assertThat(facets.getInt("params[1].runs")).isZero();
    assertThat(facets.getList("params[1].values")).isEmpty();
    assertThat(facets.getList("tags[0].values"))
        .isEqualTo(List.of(Map.of("value", "a", "count", 3)));
    assertThat(facets.getInt("metrics[0].runs")).isEqualTo(3);
    assertThat(facets.getDouble("metrics[0].min")).isEqualTo(1.5);
    assertThat(facets.getDouble("metrics[0].max")).isEqualTo(2.5);
    assertThat(facets.<Object>get("metrics[1].min")).isNull();
  }

  @Test
  void namesTheMostFrequentValuesOnly() {
    var experiment = newExperiment();
    for (var depth : List.of("1", "2", "2", "3", "3", "3")) {
      log(newRun(experiment), depth, 1);
    }

    var facets =
        facets(
            Map.of(
                "experiment_ids",
                List.of(experiment),
                "params",
                List.of("depth"),
                "max_values",
                2));

    assertThat(facets.getList("params[0].values.value")).isEqualTo(List.of("3", "2"));
    assertThat(facets.getInt("params[0].distinct")).isEqualTo(3);
    assertThat(facets.getInt("params[0].runs")).isEqualTo(6);
  }

  @Test
  void saysWhereAFilterIsWrong() {
    var problem = post(Map.of("experiment_ids", List.of("0"), "filter", "params.a ~ 'b'"));

    problem.then().statusCode(400).contentType("application/problem+json");
    assertThat(problem.jsonPath().getString("detail")).contains("character 10");
    post(Map.of()).then().statusCode(400).contentType("application/problem+json");
    post(Map.of("experiment_ids", List.of("0"), "max_values", 0)).then().statusCode(400);
  }

  private static void log(String run, String depth, Object rmse) {
    ok(
        Mlflow.post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "params",
                List.of(tag("depth", depth), tag("kind", "trees")),
                "metrics",
                List.of(point("rmse", rmse, 1, 1)),
                "tags",
                List.of(tag("team", "a")))));
  }

  private static JsonPath facets(Map<String, ?> body) {
    return post(body).then().statusCode(200).extract().jsonPath();
  }

  private static Response post(Map<String, ?> body) {
    return given().contentType("application/json").body(body).post("/api/v1/runs/facets");
  }
}
