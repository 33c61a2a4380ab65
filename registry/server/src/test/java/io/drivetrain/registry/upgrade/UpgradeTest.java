package io.drivetrain.registry.upgrade;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A registry of the first release starts under this one, with all that it knew. */
@RegistryTest
@WithTestResource(ReleasedRegistryResource.class)
class UpgradeTest {
  private static final String RUN = "f76b69e48c2c4e5cb2730be7af686be8";

  @ConfigProperty(name = "drivetrain.artifact.root")
  Path root;

  @Test
  void knowsTheRunsThatWereLogged() {
    var run = Mlflow.run(RUN);

    assertThat(run.getString("run.info.status")).isEqualTo("FINISHED");
    assertThat(run.getFloat("run.data.metrics[0].value")).isEqualTo(0.5f);
    assertThat(run.getString("run.data.params[0].value")).isEqualTo("7");
    assertThat(run.getList("run.data.tags.value")).contains("é");
  }

  @Test
  void knowsTheModelsWithStageAndAlias() {
    for (var name : new String[] {"kept_model", "car_price_predictor"}) {
      var version = ok(get("registered-models/alias", Map.of("name", name, "alias", "champion")));

      assertThat(version.getString("model_version.version")).isEqualTo("1");
      assertThat(version.getString("model_version.current_stage")).isEqualTo("Production");
    }
  }

  @Test
  void pinsTheVersionsOfBeforeWithWhatWasUploaded() throws IOException {
    var folder = Files.createDirectories(root.resolve("1/" + RUN + "/artifacts/model"));
    Files.writeString(folder.resolve("trees.bin"), "not what was uploaded");

    var pinned =
        ok(
            given()
                .queryParams("name", "kept_model", "version", "1")
                .get("/api/v1/model-versions/files"));

    assertThat(pinned.getList("files.path")).containsExactly("trees.bin");
    assertThat(pinned.getList("files.size_bytes")).containsExactly(5);
    given()
        .get("/api/2.0/mlflow-artifacts/artifacts/1/" + RUN + "/artifacts/model/trees.bin")
        .then()
        .statusCode(500);
  }

  @Test
  void protectsTheFilesOfBefore() {
    given()
        .delete("/api/2.0/mlflow-artifacts/artifacts/1/" + RUN + "/artifacts/model")
        .then()
        .statusCode(409);
  }

  @Test
  void restoresWhatWasInTheTrash() {
    var trash = ok(given().queryParam("kind", "RUN").get("/api/v1/trash"));

    assertThat(trash.getList("items.name")).contains("deleted");
  }
}
