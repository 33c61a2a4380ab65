package io.drivetrain.registry.model;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MLflow's registry does beyond its documentation, and its test suite relies on. */
@RegistryTest
class ModelSemanticsTest {

  @Test
  void movesAVersionToAStageWithoutBeingToldAboutTheOthers() {
    var name = newModel();
    newVersion(name);
    newVersion(name);

    for (var version : List.of("1", "2")) {
      ok(
          post(
              "model-versions/transition-stage",
              Map.of("name", name, "version", version, "stage", "Staging")));
    }

    for (var version : List.of("1", "2")) {
      assertThat(version(name, version).get("current_stage")).isEqualTo("Staging");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "registered-models/set-tag, registered-models/get, registered_model",
    "model-versions/set-tag, model-versions/get, model_version"
  })
  void setsATagWithoutAValue(String endpoint, String read, String thing) {
    var name = newModel();
    newVersion(name);
    var which = Map.of("name", name, "version", "1");

    ok(post(endpoint, Map.of("name", name, "version", "1", "key", "flag")));

    assertThat(ok(get(read, which)).getList(thing + ".tags")).containsExactly(tag("flag", ""));
  }

  @Test
  void setsAnExperimentTagWithoutAValue() {
    ok(post("experiments/set-experiment-tag", Map.of("experiment_id", "0", "key", "flag")));

    assertThat(ok(get("experiments/get", Map.of("experiment_id", "0"))).getList("experiment.tags"))
        .contains(tag("flag", ""));
  }

  @Test
  void keepsTheTimeOfTheModelWhenAVersionIsDescribed() {
    var name = newModel();
    newVersion(name);
    var before = model(name).get("last_updated_timestamp");

    var described =
        ok(patch(
                "model-versions/update",
                Map.of("name", name, "version", "1", "description", "a test model")))
            .<String, Object>getMap("model_version");

    assertThat(described).containsEntry("description", "a test model");
    assertThat((long) described.get("last_updated_timestamp"))
        .isGreaterThanOrEqualTo((long) before);
    assertThat(model(name)).containsEntry("last_updated_timestamp", before);
  }

  @Test
  void keepsAllTimesWhenTagsAndAliasesChange() {
    var name = newModel();
    newVersion(name);
    var model = model(name).get("last_updated_timestamp");
    var version = version(name, "1").get("last_updated_timestamp");

    ok(post("registered-models/set-tag", Map.of("name", name, "key", "k", "value", "v")));
    ok(
        post(
            "model-versions/set-tag",
            Map.of("name", name, "version", "1", "key", "k", "value", "v")));
    ok(post("registered-models/alias", Map.of("name", name, "alias", "a", "version", "1")));

    assertThat(model(name)).containsEntry("last_updated_timestamp", model);
    assertThat(version(name, "1")).containsEntry("last_updated_timestamp", version);
  }

  @Test
  void findsVersionsWithTheirAliases() {
    var name = newModel();
    newVersion(name);
    newVersion(name);
    ok(post("registered-models/alias", Map.of("name", name, "alias", "champion", "version", "1")));
    var filter = Map.of("filter", "name = '" + name + "'");

    var versions = ok(get("model-versions/search", filter));
    var models = ok(get("registered-models/search", filter));

    assertThat(versions.getList("model_versions.version")).containsExactly("2", "1");
    assertThat(versions.getList("model_versions[1].aliases")).containsExactly("champion");
    assertThat(versions.getMap("model_versions[0]")).doesNotContainKey("aliases");
    assertThat(models.getList("registered_models[0].aliases"))
        .containsExactly(Map.of("alias", "champion", "version", "1"));
  }

  @Test
  void notesEachVersionOnTheLoggedModelThatItIsMadeOf() {
    var logged = ok(post("logged-models", Map.of("experiment_id", "0"))).getMap("model.info");
    var name = newModel();
    var body =
        Map.of(
            "name", name, "source", logged.get("artifact_uri"), "model_id", logged.get("model_id"));

    ok(post("model-versions/create", body));
    ok(post("model-versions/create", body));

    assertThat(
            ok(get("logged-models/" + logged.get("model_id"), Map.of())).getList("model.info.tags"))
        .containsExactly(
            tag(
                "mlflow.modelVersions",
                "[{\"name\": \"%1$s\", \"version\": 1}, {\"name\": \"%1$s\", \"version\": 2}]"
                    .formatted(name)));
  }

  @Test
  void makesNoVersionOfALoggedModelThatIsNotThere() {
    var name = newModel();

    refused(
        post(
            "model-versions/create", Map.of("name", name, "source", "s3://b/x", "model_id", "m-0")),
        404,
        "RESOURCE_DOES_NOT_EXIST");

    assertThat(model(name)).doesNotContainKey("latest_versions");
  }

  @Test
  void copiesAVersionWithItsPlace() {
    var name = newModel();
    ok(
        post(
            "model-versions/create",
            Map.of("name", name, "source", "runs:/run_id/model", "run_id", "run_id_1")));

    ok(
        post(
            "model-versions/create",
            Map.of("name", name, "source", "models:/" + name + "/1", "run_id", "run_id_1")));

    assertThat(version(name, "2")).containsEntry("source", "models:/" + name + "/1");
    assertThat(
            ok(get("model-versions/get-download-uri", Map.of("name", name, "version", "2")))
                .getString("artifact_uri"))
        .isEqualTo("runs:/run_id/model");
  }

  @Test
  void keepsTheParamsOfALoggedModel() {
    var id =
        ok(post(
                "logged-models",
                Map.of("experiment_id", "0", "params", List.of(tag("depth", "3")))))
            .getString("model.info.model_id");
    var params = List.of(tag("rate", "0.1"), tag("depth", "3"));

    refused(post("logged-models/" + id + "/params", Map.of("params", params)), 400, "BAD_REQUEST");

    assertThat(ok(get("logged-models/" + id, Map.of())).getList("model.data.params"))
        .containsExactly(tag("depth", "3"));
  }

  private static Map<String, Object> model(String name) {
    return ok(get("registered-models/get", Map.of("name", name))).getMap("registered_model");
  }

  private static Map<String, Object> version(String name, String version) {
    return ok(get("model-versions/get", Map.of("name", name, "version", version)))
        .getMap("model_version");
  }
}
