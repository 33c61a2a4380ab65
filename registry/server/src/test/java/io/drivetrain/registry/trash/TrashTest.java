package io.drivetrain.registry.trash;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static io.drivetrain.registry.Mlflow.tag;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.registry.RegistryTest;
import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.drivetrain.registry.artifact.ArtifactPath;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class TrashTest {
  @Inject Database database;
  @Inject ArtifactDisposal disposal;

  @Test
  void listsWhatIsDeletedAndNotWhatFollowsIt() {
    var experiment = newExperiment();
    var follower = newRun(experiment);
    var run = newRun();
    var model = newModel();
    newVersion(model);
    ok(post("runs/delete", Map.of("run_id", run)));
    ok(post("experiments/delete", Map.of("experiment_id", experiment)));
    ok(delete("model-versions/delete", Map.of("name", model, "version", "1")));

    assertThat(ids("")).contains(run, experiment, model + "/1").doesNotContain(follower);
    assertThat(ids("RUN")).contains(run).doesNotContain(experiment);
    assertThat(ids("VERSION").getFirst()).isEqualTo(model + "/1");
  }

  @Test
  void restoresWhatWasDeletedLastFirst() {
    var experiment = newExperiment();
    var run = newRun(experiment);
    ok(post("runs/delete", Map.of("run_id", run)));
    ok(post("experiments/delete", Map.of("experiment_id", experiment)));

    done(given().post("/api/v1/trash/experiments/" + experiment + "/restore"));

    assertThat(run(run).getString("run.info.lifecycle_stage")).isEqualTo("active");
    assertThat(ids("")).doesNotContain(experiment, run);
  }

  @Test
  void restoresAVersionWithItsTagsButWithoutStageAndAliases() {
    var model = newModel();
    newVersion(model);
    var version = Map.of("name", model, "version", "1");
    ok(
        post(
            "model-versions/set-tag",
            Map.of("name", model, "version", "1", "key", "k", "value", "v")));
    ok(post("registered-models/alias", Map.of("name", model, "version", "1", "alias", "best")));
    ok(moveToStage(model, "1", "Production"));
    ok(delete("model-versions/delete", version));
    refused(get("model-versions/get", version), 404, "RESOURCE_DOES_NOT_EXIST");

    done(given().post("/api/v1/trash/versions/" + model + "/1/restore"));

    var restored = ok(get("model-versions/get", version));
    assertThat(restored.getString("model_version.current_stage")).isEqualTo("None");
    assertThat(restored.getString("model_version.tags[0].value")).isEqualTo("v");
    assertThat(restored.getString("model_version.source"))
        .isEqualTo("mlflow-artifacts:/0/some/artifacts/model");
    assertThat(restored.getList("model_version.aliases")).isNull();
  }

  @Test
  void purgesARunWithEverythingThatBelongsToIt() {
    var run = newRun();
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "metrics",
                List.of(point("rmse", 1.5, 1, 1), point("rmse", 1.4, 2, 2)),
                "params",
                List.of(tag("p", "1")),
                "tags",
                List.of(tag("t", "1")))));
    var series = seriesOf(run);
    var file = "0/" + run + "/artifacts/model/model.bin";
    upload(file);
    ok(post("runs/delete", Map.of("run_id", run)));

    done(given().delete("/api/v1/trash/runs/" + run));

    refused(get("runs/get", Map.of("run_id", run)), 404, "RESOURCE_DOES_NOT_EXIST");
    assertThat(series).hasSize(1);
    assertThat(count("select count(*) from metric_point where series = ?", series.getFirst()))
        .isZero();
    assertThat(count("select count(*) from artifact_file where path = ?", file)).isZero();
    assertThat(download(file).statusCode()).isEqualTo(404);
    assertThat(ids("RUN")).doesNotContain(run);
  }

  @Test
  void purgesTheLoggedModelsOfARunWithIt() {
    var run = newRun();
    var made =
        ok(
            post(
                "logged-models",
                Map.of("experiment_id", "0", "name", "model", "source_run_id", run)));
    var id = made.getString("model.info.model_id");
    var file = "0/models/" + id + "/artifacts/model.bin";
    upload(file);
    var model = newModel();
    ok(
        post(
            "model-versions/create",
            Map.of("name", model, "source", "models:/" + id, "model_id", id)));
    ok(post("runs/delete", Map.of("run_id", run)));

    assertThat(problem(given().delete("/api/v1/trash/runs/" + run), 409))
        .contains("are those of " + model + "/1");
    assertThat(download(file).statusCode()).isEqualTo(200);
    ok(get("logged-models/" + id, Map.of()));

    ok(delete("model-versions/delete", Map.of("name", model, "version", "1")));
    done(given().delete("/api/v1/trash/versions/" + model + "/1"));
    done(given().delete("/api/v1/trash/runs/" + run));
    assertThat(download(file).statusCode()).isEqualTo(404);
    refused(get("logged-models/" + id, Map.of()), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void purgesNothingThatIsNotInTheTrash() {
    var run = newRun();
    var model = newModel();
    newVersion(model);

    problem(given().delete("/api/v1/trash/runs/" + run), 400);
    problem(given().delete("/api/v1/trash/runs/unknown"), 404);
    problem(given().delete("/api/v1/trash/experiments/" + newExperiment()), 400);
    problem(given().delete("/api/v1/trash/versions/" + model + "/1"), 404);

    assertThat(run(run).getString("run.info.lifecycle_stage")).isEqualTo("active");
  }

  @Test
  void freesTheNameOfAPurgedExperiment() {
    var name = unique("purged");
    var first = ok(post("experiments/create", Map.of("name", name))).getString("experiment_id");
    var run = newRun(first);
    upload(first + "/" + run + "/artifacts/a.txt");
    ok(post("experiments/delete", Map.of("experiment_id", first)));
    refused(post("experiments/create", Map.of("name", name)), 400, "RESOURCE_ALREADY_EXISTS");

    done(given().delete("/api/v1/trash/experiments/" + first));

    var second = ok(post("experiments/create", Map.of("name", name))).getString("experiment_id");
    assertThat(second).isNotEqualTo(first);
    refused(get("runs/get", Map.of("run_id", run)), 404, "RESOURCE_DOES_NOT_EXIST");
    assertThat(download(first + "/" + run + "/artifacts/a.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void leavesAnExperimentAloneThatKeepsItsFilesInAPurgedOne() {
    var outer = newExperiment();
    var inner =
        ok(post(
                "experiments/create",
                Map.of(
                    "name",
                    unique("inner"),
                    "artifact_location",
                    "mlflow-artifacts:/" + outer + "/inner")))
            .getString("experiment_id");
    var file = outer + "/inner/" + newRun(inner) + "/artifacts/a.txt";
    upload(file);
    ok(post("experiments/delete", Map.of("experiment_id", outer)));

    done(given().delete("/api/v1/trash/experiments/" + outer));

    assertThat(download(file).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheFilesOfAVersionUntilTheVersionIsPurged() {
    var run = newRun();
    var file = "0/" + run + "/artifacts/model/model.bin";
    upload(file);
    var model = newModel();
    ok(
        post(
            "model-versions/create",
            Map.of("name", model, "source", "runs:/" + run + "/model", "run_id", run)));
    ok(post("runs/delete", Map.of("run_id", run)));

    var held = problem(given().delete("/api/v1/trash/runs/" + run), 409);
    assertThat(held)
        .isEqualTo(
            "The files of run %s are those of %s/1. Delete and purge these versions first."
                .formatted(run, model));
    assertThat(download(file).statusCode()).isEqualTo(200);
    assertThat(run(run).getString("run.info.lifecycle_stage")).isEqualTo("deleted");

    ok(delete("model-versions/delete", Map.of("name", model, "version", "1")));
    done(given().delete("/api/v1/trash/versions/" + model + "/1"));
    done(given().delete("/api/v1/trash/runs/" + run));
    assertThat(download(file).statusCode()).isEqualTo(404);
    assertThat(newVersion(model)).isEqualTo("2");
  }

  @Test
  void purgesWhatIsOlderThanAsked() {
    var old = newRun();
    var young = newRun();
    ok(post("runs/delete", Map.of("run_id", old)));
    ok(post("runs/delete", Map.of("run_id", young)));
    database.update("update run set deleted_at = now() - interval '40 days' where run_id = ?", old);

    var swept =
        given().post("/api/v1/trash/purge?older_than=P30D").then().statusCode(200).extract();

    assertThat(swept.jsonPath().getInt("purged")).isEqualTo(1);
    assertThat(ids("RUN")).contains(young).doesNotContain(old);
    assertThat(problem(given().post("/api/v1/trash/purge?older_than=-P1D"), 400))
        .isEqualTo(
            "Invalid value '-P1D' for parameter 'older_than' supplied: expected a duration such as P30D.");
  }

  @Test
  void goesOnWithFilesThatACrashLeft() {
    upload("crashed/a/b.txt");
    QuarkusTransaction.requiringNew().run(() -> disposal.note(ArtifactPath.ofFile("crashed")));

    assertThat(disposal.sweep()).isEqualTo(1);

    assertThat(download("crashed/a/b.txt").statusCode()).isEqualTo(404);
    assertThat(disposal.sweep()).isZero();
  }

  @Test
  void pagesThroughTheTrash() {
    for (int i = 0; i < 5; i++) {
      ok(post("runs/delete", Map.of("run_id", newRun())));
    }
    var all = ids("RUN");
    var paged = new ArrayList<String>();
    String token = null;
    do {
      Map<String, ?> query = token == null ? Map.of() : Map.of("page_token", token);
      var page = given().queryParams(query).get("/api/v1/trash?kind=RUN&max_results=2").jsonPath();
      paged.addAll(page.getList("items.id", String.class));
      token = page.getString("next_page_token");
    } while (token != null);

    assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(5);
  }

  private static List<String> ids(String kind) {
    Map<String, ?> query = kind.isEmpty() ? Map.of() : Map.of("kind", kind);
    return given()
        .queryParams(query)
        .get("/api/v1/trash?max_results=1000")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id", String.class);
  }

  private static void done(Response response) {
    response.then().statusCode(204);
  }

  private static String problem(Response response, int status) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .extract()
        .jsonPath()
        .getString("detail");
  }

  private static void upload(String path) {
    given()
        .body("x".getBytes())
        .put("/api/2.0/mlflow-artifacts/artifacts/" + path)
        .then()
        .statusCode(200);
  }

  private static Response download(String path) {
    return given().get("/api/2.0/mlflow-artifacts/artifacts/" + path);
  }

  private List<Long> seriesOf(String run) {
    return database.query(
        row -> row.number("id"),
        "select s.id from metric_series s join run r on r.id = s.run where r.run_id = ?",
        run);
  }

  private long count(String sql, Object value) {
    return database.find(row -> row.number(1), sql, value).orElseThrow();
  }
}
