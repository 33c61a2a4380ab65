package io.drivetrain.registry.dataset;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class DatasetTest {
  @Test
  void showsARunWhatItWasTrainedOn() {
    var run = newRun();

    logInputs(run, input("cars", "d1", "train"), input("prices", "d2", null));

    var inputs = run(run).getMap("run.inputs");
    assertThat(inputs)
        .isEqualTo(
            Map.of(
                "dataset_inputs",
                List.of(
                    Map.of(
                        "tags", List.of(tag("mlflow.data.context", "train")),
                        "dataset", dataset("cars", "d1", "profile of d1")),
                    Map.of("dataset", dataset("prices", "d2", "profile of d2")))));
  }

  @Test
  void keepsTheFirstProfileOfADatasetAndNoCopies() {
    var experiment = newExperiment();
    var first = newRun(experiment);
    var second = newRun(experiment);
    logInputs(first, input("cars", "d1", "train"));

    var changed =
        Map.of(
            "tags", List.of(tag("mlflow.data.context", "eval")),
            "dataset", dataset("cars", "d1", "another profile"));
    logInputs(second, changed);
    logInputs(second, changed);

    assertThat(run(second).getList("run.inputs.dataset_inputs"))
        .isEqualTo(
            List.of(
                Map.of(
                    "tags", List.of(tag("mlflow.data.context", "eval")),
                    "dataset", dataset("cars", "d1", "profile of d1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/2.0/mlflow/experiments/search-datasets",
        "/ajax-api/2.0/mlflow/experiments/search-datasets",
        "/api/2.0mlflow/experiments/search-datasets",
        "/ajax-api/2.0mlflow/experiments/search-datasets"
      })
  void listsTheDatasetsOfExperiments(String path) {
    var experiment = newExperiment();
    logInputs(newRun(experiment), input("cars", "d1", "train"), input("cars", "d2", null));
    logInputs(newRun(experiment), input("cars", "d1", "train"), input("cars", "d1", "eval"));

    var answer =
        given()
            .contentType("application/json")
            .body(Map.of("experiment_ids", List.of(experiment)))
            .post(path);

    assertThat(ok(answer).getList("dataset_summaries"))
        .isEqualTo(
            List.of(
                summary(experiment, "cars", "d1", "train"),
                Map.of("experiment_id", experiment, "name", "cars", "digest", "d2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets.name = 'cars' | d1",
        "dataset.digest LIKE 'd%' AND datasets.context = 'eval' | d2",
        "datasets.context = 'train' | d1"
      })
  void findsRunsByTheirDatasets(String filter, String digest) {
    var experiment = newExperiment();
    logInputs(newRun(experiment), input("cars", "d1", "train"));
    logInputs(newRun(experiment), input("bikes", "d2", "eval"));
    newRun(experiment);

    var found =
        ok(post("runs/search", Map.of("experiment_ids", List.of(experiment), "filter", filter)));

    assertThat(found.getList("runs.inputs.dataset_inputs.dataset.digest"))
        .isEqualTo(List.of(List.of(digest)));
  }

  @Test
  void namesTheWrongFieldOfAnInput() {
    var run = newRun();

    var answer =
        post(
            "runs/log-inputs",
            Map.of("run_id", run, "datasets", List.of(Map.of("dataset", Map.of("name", "n")))));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo(
            "Missing value for required parameter 'datasets[0].dataset.digest'. See the API docs for more information about request parameters.");
    refused(post("runs/log-inputs", Map.of("run_id", "nope")), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  private static void logInputs(String run, Map<?, ?>... inputs) {
    ok(post("runs/log-inputs", Map.of("run_id", run, "datasets", List.of(inputs))));
  }

  private static Map<String, Object> input(String name, String digest, String context) {
    var dataset = dataset(name, digest, "profile of " + digest);
    return context == null
        ? Map.of("dataset", dataset)
        : Map.of("tags", List.of(tag("mlflow.data.context", context)), "dataset", dataset);
  }

  private static Map<String, String> dataset(String name, String digest, String profile) {
    return Map.of(
        "name", name,
        "digest", digest,
        "source_type", "local",
        "source", "{\"uri\": \"cars.csv\"}",
        "profile", profile);
  }

  private static Map<String, String> summary(
      String experiment, String name, String digest, String context) {
    return Map.of("experiment_id", experiment, "name", name, "digest", digest, "context", context);
  }
}
