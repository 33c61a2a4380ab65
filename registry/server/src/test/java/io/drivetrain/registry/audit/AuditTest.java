package io.drivetrain.registry.audit;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
class AuditTest {
  @Test
  void tellsEveryChangeOfAModelAndItsVersions() {
    var name = newModel();
    newVersion(name);
    ok(post("registered-models/set-tag", Map.of("name", name, "key", "team", "value", "a")));
    ok(post("registered-models/set-tag", Map.of("name", name, "key", "team", "value", "b")));
    ok(delete("registered-models/delete-tag", Map.of("name", name, "key", "team")));
    var version = Map.of("name", name, "version", "1");
    ok(
        post(
            "model-versions/set-tag",
            Map.of("name", name, "version", "1", "key", "checked", "value", "yes")));
    ok(moveToStage(name, "1", "Staging"));
    ok(delete("model-versions/delete", version));

    assertThat(changes(audit(Map.of("model", name)), "version", "key", "before", "after"))
        .containsExactly(
            entry("VERSION_DELETED", 1, null, "Staging", null),
            entry("STAGE_MOVED", 1, null, "None", "Staging"),
            entry("VERSION_TAG_SET", 1, "checked", null, "yes"),
            entry("MODEL_TAG_DELETED", null, "team", "b", null),
            entry("MODEL_TAG_SET", null, "team", "a", "b"),
            entry("MODEL_TAG_SET", null, "team", null, "a"),
            entry("VERSION_CREATED", 1, null, null, null),
            entry("MODEL_CREATED", null, null, null, null));
  }

  @Test
  void tellsEveryChangeOfARunButItsNumbers() {
    var run = newRun(newExperiment());
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "params",
                List.of(tag("depth", "3")),
                "tags",
                List.of(tag("b", "2"), tag("a", "1")))));
    ok(post("runs/set-tag", Map.of("run_id", run, "key", "a", "value", "1")));
    ok(post("runs/set-tag", Map.of("run_id", run, "key", "a", "value", "9")));
    ok(post("runs/delete-tag", Map.of("run_id", run, "key", "b")));
    ok(post("runs/update", Map.of("run_id", run, "status", "FINISHED", "end_time", 5)));
    ok(post("runs/update", Map.of("run_id", run, "status", "FINISHED", "end_time", 6)));
    ok(post("runs/delete", Map.of("run_id", run)));
    ok(post("runs/delete", Map.of("run_id", run)));
    ok(post("runs/restore", Map.of("run_id", run)));

    assertThat(changes(audit(Map.of("run_id", run)), "key", "before", "after").subList(0, 7))
        .containsExactly(
            entry("RUN_RESTORED", null, null, null),
            entry("RUN_DELETED", null, null, null),
            entry("RUN_ENDED", null, "RUNNING", "FINISHED"),
            entry("RUN_TAG_DELETED", "b", "2", null),
            entry("RUN_TAG_SET", "a", "1", "9"),
            entry("RUN_TAG_SET", "b", null, "2"),
            entry("RUN_TAG_SET", "a", null, "1"));
  }

  @Test
  void tellsEveryChangeOfAnExperiment() {
    var id = newExperiment();
    var key = Map.of("experiment_id", id, "key", "k");
    ok(
        post(
            "experiments/set-experiment-tag",
            Map.of("experiment_id", id, "key", "k", "value", "v")));
    ok(post("experiments/delete-experiment-tag", key));
    ok(post("experiments/update", Map.of("experiment_id", id, "new_name", "renamed-" + id)));
    ok(post("experiments/delete", Map.of("experiment_id", id)));
    ok(post("experiments/restore", Map.of("experiment_id", id)));

    var trail = audit(Map.of("experiment_id", id));
    assertThat(trail.getList("entries.action", String.class))
        .containsExactly(
            "EXPERIMENT_RESTORED",
            "EXPERIMENT_DELETED",
            "EXPERIMENT_RENAMED",
            "EXPERIMENT_TAG_DELETED",
            "EXPERIMENT_TAG_SET",
            "EXPERIMENT_CREATED");
    assertThat(trail.getString("entries[2].after")).isEqualTo("renamed-" + id);
  }

  @Test
  void tellsNothingOfAChangeThatFailed() {
    var name = newModel();
    newVersion(name);

    patch("model-versions/update", Map.of("name", name, "version", "7", "description", "x"));
    moveToStage(name, "7", "Staging");

    assertThat(audit(Map.of("model", name)).getList("entries.action", String.class))
        .containsExactly("VERSION_CREATED", "MODEL_CREATED");
  }

  @Test
  void pagesFromTheNewestToTheOldest() {
    var name = newModel();
    for (int i = 0; i < 4; i++) {
      newVersion(name);
    }
    var versions = new ArrayList<Integer>();
    String token = null;
    do {
      Map<String, ?> query = token == null ? Map.of() : Map.of("page_token", token);
      var page =
          given()
              .queryParams(query)
              .queryParams("model", name, "action", "VERSION_CREATED", "max_results", 3)
              .get("/api/v1/audit")
              .jsonPath();
      versions.addAll(page.getList("entries.version", Integer.class));
      token = page.getString("next_page_token");
    } while (token != null);

    assertThat(versions).containsExactly(4, 3, 2, 1);
  }

  @Test
  void findsByVersionAndTime() {
    var name = newModel();
    newVersion(name);
    newVersion(name);
    var all = audit(Map.of("model", name));
    var newest = Instant.parse(all.getString("entries[0].at"));

    assertThat(audit(Map.of("model", name, "version", "2")).getList("entries")).hasSize(1);
    assertThat(audit(Map.of("model", name, "from", newest.toString())).getList("entries"))
        .isNotEmpty();
    assertThat(
            audit(Map.of("model", name, "from", newest.plusMillis(1).toString()))
                .getList("entries"))
        .isEmpty();
    assertThat(
            audit(Map.of("model", name, "to", newest.plusMillis(1).toString())).getList("entries"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "action=GONE, Unknown action 'GONE'.",
    "from=yesterday, Invalid value 'yesterday' for parameter 'from' supplied: expected a time such as 2026-11-21T09:30:00Z.",
    "max_results=0, Invalid value 0 for parameter 'max_results' supplied: it must be between 1 and 1000.",
    "version=one, 'Invalid value \"one\" for parameter ''version'' supplied: Hint: Value was of type ''str''. See the API docs for more information about request parameters. Expected a whole number.'",
    "page_token=x, Invalid page_token: it is not one that this server gave for this query."
  })
  void answersAProblemToAFilterThatItCannotRead(String query, String detail) {
    var problem =
        given()
            .get("/api/v1/audit?" + query)
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .extract()
            .jsonPath();

    assertThat(problem.getString("detail")).startsWith(detail);
    assertThat(problem.getString("title")).isEqualTo("Invalid parameter value");
    assertThat(problem.getString("error_code")).isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(problem.getInt("status")).isEqualTo(400);
  }

  @Test
  void answersAProblemToAStrangePathAndAStrangeHost() {
    given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    given()
        .header("Host", "evil.example")
        .get("/api/v1/audit")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  private static JsonPath audit(Map<String, ?> query) {
    return given()
        .queryParams(query)
        .get("/api/v1/audit")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .extract()
        .jsonPath();
  }

  private static List<List<Object>> changes(JsonPath page, String... fields) {
    return page.<Map<String, Object>>getList("entries").stream()
        .map(entry -> {
          var values = new ArrayList<Object>();
          values.add(entry.get("action"));
          Arrays.stream(fields).map(entry::get).forEach(values::add);
          return (List<Object>) values;
        })
        .toList();
  }

  private static List<Object> entry(Object... values) {
    return Arrays.asList(values);
  }
}
