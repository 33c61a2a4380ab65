package io.drivetrain.registry;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class TrainingFlowTest {
  @Test
  void keepsWhatATrainingLogsUploadsAndPromotes() {
    var experiment =
        ok(post("experiments/create", Map.of("name", "flow"))).getString("experiment_id");
    var created =
        ok(
            post(
                "runs/create",
                Map.of(
                    "experiment_id",
                    experiment,
                    "run_name",
                    "first",
                    "start_time",
                    1795216394075L)));
    var run = created.getString("run.info.run_id");
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id", run,
                "metrics", List.of(point("rmse", 0.5, 10, 1), point("rmse", 0.25, 20, 2)),
                "params", List.of(tag("trees", "300")),
                "tags", List.of(tag("data", "cars")))));
    var artifactUri = created.getString("run.info.artifact_uri");
    assertThat(artifactUri).isEqualTo("mlflow-artifacts:/" + experiment + "/" + run + "/artifacts");
    var proxy =
        "/api/2.0/mlflow-artifacts/artifacts/"
            + experiment
            + "/"
            + run
            + "/artifacts/model/MLmodel";
    given()
        .body("flavors: {}".getBytes())
        .contentType("text/plain")
        .put(proxy)
        .then()
        .statusCode(200);

    assertThat(given().get(proxy).then().statusCode(200).extract().asString())
        .isEqualTo("flavors: {}");
    var logged = ok(get("runs/get", Map.of("run_id", run)));
    assertThat(logged.getString("run.data.metrics[0].key")).isEqualTo("rmse");
    assertThat(logged.getDouble("run.data.metrics[0].value")).isEqualTo(0.25);
    assertThat(logged.getString("run.data.params[0].value")).isEqualTo("300");
    assertThat(logged.getList("run.data.tags.key")).containsExactly("data", "mlflow.runName");

    ok(post("registered-models/create", Map.of("name", "flow-model")));
    var version =
        ok(
            post(
                "model-versions/create",
                Map.of("name", "flow-model", "source", artifactUri + "/model", "run_id", run)));
    assertThat(version.getString("model_version.version")).isEqualTo("1");
    assertThat(version.getString("model_version.status")).isEqualTo("READY");
    ok(Mlflow.moveToStage("flow-model", "1", "production"));
    ok(
        post(
            "registered-models/alias",
            Map.of("name", "flow-model", "alias", "champion", "version", "1")));
    var champion =
        ok(get("registered-models/alias", Map.of("name", "flow-model", "alias", "champion")));
    assertThat(champion.getString("model_version.current_stage")).isEqualTo("Production");
    assertThat(champion.getList("model_version.aliases")).containsExactly("champion");
  }
}
