package io.drivetrain.registry.loggedmodel;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static io.drivetrain.registry.Mlflow.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class LoggedModelTest {
  @Test
  void isPendingUntilItsFilesAreThere() {
    var experiment = newExperiment();
    var run = newRun(experiment);

    var created =
        ok(
            post(
                "logged-models",
                Map.of(
                    "experiment_id",
                    experiment,
                    "name",
                    "forest",
                    "source_run_id",
                    run,
                    "params",
                    List.of(tag("trees", "300")),
                    "tags",
                    List.of(tag("b", "2"), tag("a", "1")))));
    var id = created.getString("model.info.model_id");
    var ready = ok(patch("logged-models/" + id, Map.of("model_id", id, "status", 2)));

    assertThat(id).matches("m-[0-9a-f]{32}");
    assertThat(created.getString("model.info.status")).isEqualTo("LOGGED_MODEL_PENDING");
    assertThat(created.getString("model.info.artifact_uri"))
        .isEqualTo("mlflow-artifacts:/" + experiment + "/models/" + id + "/artifacts");
    assertThat(created.getString("model.info.model_type")).isEmpty();
    assertThat(created.getString("model.info.source_run_id")).isEqualTo(run);
    assertThat(created.getList("model.info.tags")).isEqualTo(List.of(tag("a", "1"), tag("b", "2")));
    assertThat(created.getMap("model.data"))
        .isEqualTo(Map.of("params", List.of(tag("trees", "300"))));
    assertThat(ready.getString("model.info.status")).isEqualTo("LOGGED_MODEL_READY");
    assertThat(model(id).getMap("model")).isEqualTo(ready.getMap("model"));
  }

  @Test
  void givesANameToAModelWithoutOne() {
    var created = ok(post("logged-models", Map.of("experiment_id", newExperiment())));

    assertThat(created.getString("model.info.name")).matches("[a-z]+-[a-z]+-\\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a:b", "a.b", "50%", "\"", "it's", " "})
  void refusesANameThatItsUrisCouldNotHold(String name) {
    refused(
        post("logged-models", Map.of("experiment_id", "0", "name", name)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void refusesAnUnknownStatus() {
    var id = newLoggedModel("0", "m");

    refused(
        patch("logged-models/" + id, Map.of("status", "DANCING")), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void changesTagsAndParams() {
    var id = newLoggedModel("0", "m");

    ok(
        patch(
            "logged-models/" + id + "/tags",
            Map.of("tags", List.of(tag("a/b c", "1"), tag("d", "2")))));
    ok(patch("logged-models/" + id + "/tags", Map.of("tags", List.of(tag("d", "3")))));
    ok(delete("logged-models/" + id + "/tags/a/b c", Map.of()));
    ok(post("logged-models/" + id + "/params", Map.of("params", List.of(tag("p", "1")))));

    assertThat(model(id).getList("model.info.tags")).isEqualTo(List.of(tag("d", "3")));
    assertThat(model(id).getList("model.data.params")).isEqualTo(List.of(tag("p", "1")));
    refused(
        delete("logged-models/" + id + "/tags/nothing", Map.of()), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void hidesADeletedModelUnlessAskedForIt() {
    var experiment = newExperiment();
    var id = newLoggedModel(experiment, "m");

    ok(delete("logged-models/" + id, Map.of("model_id", id)));

    refused(get("logged-models/" + id, Map.of()), 404, "RESOURCE_DOES_NOT_EXIST");
    assertThat(search(experiment, Map.of()).asString()).isEqualTo("{}");
    var found = ok(get("logged-models/" + id, Map.of("allow_deleted", "true")));
    assertThat(found.getString("model.info.model_id")).isEqualTo(id);
  }

  @Test
  void keepsWhatRunsMeasuredOfIt() {
    var run = newRun();
    var id = newLoggedModel("0", "measured");

    ok(
        post(
            "runs/log-metric",
            Map.of(
                "run_id",
                run,
                "key",
                "rmse",
                "value",
                0.5,
                "timestamp",
                10,
                "step",
                1,
                "model_id",
                id,
                "dataset_name",
                "cars",
                "dataset_digest",
                "d1")));
    ok(
        post(
            "runs/log-batch",
            Map.of(
                "run_id",
                run,
                "metrics",
                List.of(
                    Map.of("key", "mae", "value", 2, "timestamp", 20, "model_id", id),
                    Map.of("key", "other", "value", 3, "timestamp", 20)))));

    assertThat(model(id).getList("model.data.metrics"))
        .isEqualTo(
            List.of(
                Map.of(
                    "key",
                    "mae",
                    "value",
                    2.0f,
                    "timestamp",
                    20,
                    "step",
                    0,
                    "model_id",
                    id,
                    "run_id",
                    run),
                Map.of(
                    "key",
                    "rmse",
                    "value",
                    0.5f,
                    "timestamp",
                    10,
                    "step",
                    1,
                    "dataset_name",
                    "cars",
                    "dataset_digest",
                    "d1",
                    "model_id",
                    id,
                    "run_id",
                    run)));
    assertThat(run(run).getList("run.data.metrics.key")).isEqualTo(List.of("mae", "other", "rmse"));
  }

  @Test
  void logsNothingOfABatchThatNamesAnUnknownModel() {
    var run = newRun();

    refused(
        post(
            "runs/log-metric",
            Map.of("run_id", run, "key", "m", "value", 1, "timestamp", 1, "model_id", "m-none")),
        404,
        "RESOURCE_DOES_NOT_EXIST");

    assertThat(run(run).getMap("run.data")).doesNotContainKey("metrics");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = 'a' | a",
        "name LIKE 'a%' AND params.depth = '3' | a",
        "attributes.name IN ('a', 'c') | c,a",
        "tags.kind = 'tree' | b",
        "metrics.rmse < 0.5 | b,a",
        "metrics.rmse > 0.5 | c",
        "status = 'LOGGED_MODEL_READY' | b"
      })
  void findsModels(String filter, String names) {
    var experiment = threeModels();

    var found = ok(search(experiment, Map.of("filter", filter)));

    assertThat(found.getList("models.info.name", String.class))
        .containsExactlyInAnyOrder(names.split(","));
  }

  @Test
  void ordersByAMetricOnOneDatasetInPages() {
    var experiment = threeModels();
    var query =
        Map.of(
            "max_results",
            2,
            "order_by",
            List.of(
                Map.of("field_name", "metrics.rmse", "ascending", false, "dataset_name", "test")));

    var first = ok(search(experiment, query));
    var second =
        ok(
            search(
                experiment,
                Map.of(
                    "max_results", 2,
                    "order_by", query.get("order_by"),
                    "page_token", first.getString("next_page_token"))));

    assertThat(first.getList("models.info.name")).isEqualTo(List.of("a", "c"));
    assertThat(second.getList("models.info.name")).isEqualTo(List.of("b"));
    assertThat(second.getString("next_page_token")).isNull();
  }

  @Test
  void countsOnlyMetricsOnTheDatasetsOfTheRequest() {
    var experiment = threeModels();

    var found =
        ok(
            search(
                experiment,
                Map.of(
                    "filter",
                    "metrics.rmse > 0.8",
                    "datasets",
                    List.of(Map.of("dataset_name", "test", "dataset_digest", "d")))));

    assertThat(found.getList("models.info.name")).isEqualTo(List.of("a"));
  }

  @Test
  void needsAnExperimentAndARightFilterToSearch() {
    refused(post("logged-models/search", Map.of()), 400, "INVALID_PARAMETER_VALUE");
    refused(search("0", Map.of("filter", "tag.a = 'x'")), 400, "INVALID_PARAMETER_VALUE");
    refused(search("0", Map.of("page_token", "garbage")), 400, "INVALID_PARAMETER_VALUE");
    refused(
        search("0", Map.of("order_by", List.of(Map.of("field_name", "nothing")))),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void becomesAVersionOfARegisteredModel() {
    var run = newRun();
    var id =
        ok(post("logged-models", Map.of("experiment_id", "0", "name", "m", "source_run_id", run)))
            .getString("model.info.model_id");
    var name = newModel();

    var version =
        ok(post("model-versions/create", Map.of("name", name, "source", "models:/" + id)));

    assertThat(version.getString("model_version.run_id")).isEqualTo(run);
    assertThat(version.getString("model_version.source")).isEqualTo("models:/" + id);
    var uri = ok(get("model-versions/get-download-uri", Map.of("name", name, "version", "1")));
    assertThat(uri.getString("artifact_uri"))
        .isEqualTo("mlflow-artifacts:/0/models/" + id + "/artifacts");
    assertThat(model(id).getList("model.info.tags"))
        .isEqualTo(
            List.of(tag("mlflow.modelVersions", "[{\"name\": \"" + name + "\", \"version\": 1}]")));
  }

  @Test
  void makesNoVersionOfAModelThatIsNotThere() {
    var source = "models:/m-" + "0".repeat(32);

    refused(
        post("model-versions/create", Map.of("name", newModel(), "source", source)),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void isAnOutputOfOneRunAndAnInputOfAnother() {
    var maker = newRun();
    var user = newRun();
    var id = newLoggedModel("0", "m");

    ok(post("runs/outputs", outputs(maker, Map.of("model_id", id, "step", 7))));
    ok(post("runs/outputs", outputs(maker, Map.of("model_id", id, "step", 8))));
    ok(post("runs/log-inputs", Map.of("run_id", user, "models", List.of(Map.of("model_id", id)))));

    assertThat(run(maker).getMap("run.outputs"))
        .isEqualTo(Map.of("model_outputs", List.of(Map.of("model_id", id, "step", 8))));
    assertThat(run(user).getMap("run.inputs"))
        .isEqualTo(Map.of("model_inputs", List.of(Map.of("model_id", id))));
    refused(
        post("runs/outputs", outputs(maker, Map.of("step", 1))), 400, "INVALID_PARAMETER_VALUE");
  }

  private static Map<String, Object> outputs(String run, Map<String, ?> model) {
    return Map.of("run_id", run, "models", List.of(model));
  }

  /** a: on train 0.1, on test 0.9. b: ready, a tree, on train 0.2. c: on test 0.7. */
  private static String threeModels() {
    var experiment = newExperiment();
    var run = newRun(experiment);
    var a = newLoggedModel(experiment, "a");
    ok(post("logged-models/" + a + "/params", Map.of("params", List.of(tag("depth", "3")))));
    measure(run, a, "test", 0.9, 1);
    measure(run, a, "train", 0.1, 2);
    var b = newLoggedModel(experiment, "b");
    ok(patch("logged-models/" + b + "/tags", Map.of("tags", List.of(tag("kind", "tree")))));
    ok(patch("logged-models/" + b, Map.of("status", "LOGGED_MODEL_READY")));
    measure(run, b, "train", 0.2, 1);
    measure(run, newLoggedModel(experiment, "c"), "test", 0.7, 1);
    return experiment;
  }

  private static void measure(String run, String model, String data, double rmse, long time) {
    ok(
        post(
            "runs/log-metric",
            Map.of(
                "run_id", run,
                "key", "rmse",
                "value", rmse,
                "timestamp", time,
                "model_id", model,
                "dataset_name", data,
                "dataset_digest", "d")));
  }

  private static String newLoggedModel(String experiment, String name) {
    return ok(post("logged-models", Map.of("experiment_id", experiment, "name", name)))
        .getString("model.info.model_id");
  }

  private static JsonPath model(String id) {
    return ok(get("logged-models/" + id, Map.of()));
  }

  private static Response search(String experiment, Map<String, ?> query) {
    var body = new HashMap<String, Object>(query);
    body.put("experiment_ids", List.of(experiment));
    return post("logged-models/search", body);
  }

  @Test
  void findsTheModelsMeasuredOnADatasetWithoutAFilter() {
    var experiment = newExperiment();
    var measured = ok(post("logged-models", Map.of("experiment_id", experiment)));
    ok(post("logged-models", Map.of("experiment_id", experiment)));
    var id = measured.getString("model.info.model_id");
    ok(
        post(
            "runs/log-metric",
            Map.of(
                "run_id",
                newRun(experiment),
                "key",
                "metric",
                "value",
                1,
                "timestamp",
                1,
                "dataset_name",
                "dataset",
                "dataset_digest",
                "123",
                "model_id",
                id)));

    for (var digest : List.of("123", "321")) {
      var dataset = Map.of("dataset_name", "dataset", "dataset_digest", digest);
      var found =
          ok(
              post(
                  "logged-models/search",
                  Map.of("experiment_ids", List.of(experiment), "datasets", List.of(dataset))));
      assertThat(found.getList("models.info.model_id"))
          .isEqualTo(digest.equals("123") ? List.of(id) : null);
    }
  }
}
