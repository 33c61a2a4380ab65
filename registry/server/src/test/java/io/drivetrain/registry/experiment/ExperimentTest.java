package io.drivetrain.registry.experiment;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static io.drivetrain.registry.Mlflow.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class ExperimentTest {
  @Test
  void hasTheDefaultExperimentFromTheStart() {
    var experiment = ok(get("experiments/get", Map.of("experiment_id", "0")));

    assertThat(experiment.getString("experiment.name")).isEqualTo("Default");
    assertThat(experiment.getString("experiment.artifact_location"))
        .isEqualTo("mlflow-artifacts:/0");
  }

  @Test
  void givesBackWhatWasCreated() {
    var name = unique("created");

    var id =
        ok(post(
                "experiments/create",
                Map.of("name", name, "tags", List.of(tag("b", "2"), tag("a", "1")))))
            .getString("experiment_id");

    var experiment =
        ok(get("experiments/get-by-name", Map.of("experiment_name", name))).getMap("experiment");
    assertThat(experiment)
        .containsEntry("experiment_id", id)
        .containsEntry("artifact_location", "mlflow-artifacts:/" + id)
        .containsEntry("lifecycle_stage", "active")
        .containsEntry("tags", List.of(tag("a", "1"), tag("b", "2")));
    assertThat(experiment.get("creation_time")).isEqualTo(experiment.get("last_update_time"));
  }

  @Test
  void refusesANameThatIsTakenAlsoByADeletedExperiment() {
    var name = unique("taken");
    var id = ok(post("experiments/create", Map.of("name", name))).getString("experiment_id");
    ok(post("experiments/delete", Map.of("experiment_id", id)));

    var answer = post("experiments/create", Map.of("name", name));

    refused(answer, 400, "RESOURCE_ALREADY_EXISTS");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo("Experiment(name=" + name + ") already exists.");
    assertThat(
            ok(get("experiments/get-by-name", Map.of("experiment_name", name)))
                .getString("experiment.lifecycle_stage"))
        .isEqualTo("deleted");
  }

  @Test
  void refusesToRenameToATakenName() {
    var taken = unique("renamed");
    ok(post("experiments/update", Map.of("experiment_id", newExperiment(), "new_name", taken)));

    refused(
        post("experiments/update", Map.of("experiment_id", newExperiment(), "new_name", taken)),
        400,
        "RESOURCE_ALREADY_EXISTS");
  }

  @Test
  void deletesAndRestoresOnlyWhatIsThere() {
    var id = newExperiment();

    refused(
        post("experiments/restore", Map.of("experiment_id", id)), 404, "RESOURCE_DOES_NOT_EXIST");
    ok(post("experiments/delete", Map.of("experiment_id", id)));
    refused(
        post("experiments/delete", Map.of("experiment_id", id)), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(
        post(
            "experiments/set-experiment-tag",
            Map.of("experiment_id", id, "key", "k", "value", "v")),
        400,
        "INVALID_PARAMETER_VALUE");
    ok(post("experiments/restore", Map.of("experiment_id", id)));
  }

  @Test
  void setsAndDeletesTags() {
    var id = newExperiment();
    ok(
        post(
            "experiments/set-experiment-tag",
            Map.of("experiment_id", id, "key", "k", "value", "1")));
    ok(
        post(
            "experiments/set-experiment-tag",
            Map.of("experiment_id", id, "key", "k", "value", "2")));

    assertThat(ok(get("experiments/get", Map.of("experiment_id", id))).getList("experiment.tags"))
        .containsExactly(tag("k", "2"));
    ok(post("experiments/delete-experiment-tag", Map.of("experiment_id", id, "key", "k")));
    refused(
        post("experiments/delete-experiment-tag", Map.of("experiment_id", id, "key", "k")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @ParameterizedTest
  @CsvSource({"x, 400, INVALID_PARAMETER_VALUE", "987654321, 404, RESOURCE_DOES_NOT_EXIST"})
  void doesNotKnowAStrangeId(String id, int status, String code) {
    refused(get("experiments/get", Map.of("experiment_id", id)), status, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs:/x",
        "/etc",
        "file:///etc",
        "s3://b/../c",
        "mlflow-artifacts:/%2e%2e/x",
        "mlflow-artifacts:/a%252F..%252Fb",
        "s3://b/c#/../d",
        "s3://b/c;d",
        "http://host/x?path=../y",
        "mlflow-artifacts:/a\\b"
      })
  void refusesALocationThatCouldLeadAnywhere(String location) {
    refused(
        post(
            "experiments/create",
            Map.of("name", unique("location"), "artifact_location", location)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesAnEmptyName(String name) {
    refused(post("experiments/create", Map.of("name", name)), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void searchesByNameTimeAndTagInPages() {
    var prefix = unique("search");
    var expected = new ArrayList<String>();
    for (var suffix : List.of("a", "b", "c")) {
      ok(
          post(
              "experiments/create",
              Map.of("name", prefix + suffix, "tags", List.of(tag("s", suffix)))));
      expected.add(prefix + suffix);
    }
    var query = new HashMap<String, Object>();
    query.put(
        "filter", "name LIKE '%s%%' AND creation_time > 0 AND tags.s != 'z'".formatted(prefix));
    query.put("order_by", List.of("name ASC"));
    query.put("max_results", 2);

    var first = ok(post("experiments/search", query));
    query.put("page_token", first.getString("next_page_token"));
    var second = ok(get("experiments/search", query));

    var names = new ArrayList<String>(first.getList("experiments.name"));
    names.addAll(second.getList("experiments.name"));
    assertThat(names).isEqualTo(expected);
    assertThat(second.getString("next_page_token")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | max_results",
        "{\"max_results\":0} | max_results",
        "{\"max_results\":50001} | max_results",
        "{\"max_results\":1,\"filter\":\"attributes.name = \\\"x\\\"\"} | attributes.name",
        "{\"max_results\":1,\"filter\":\"metrics.a > 1\"} | metrics.a",
        "{\"max_results\":1,\"order_by\":[\"artifact_location\"]} | artifact_location"
      })
  void refusesASearchThatMlflowRefuses(String body, String about) {
    var answer = post("experiments/search", body);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).contains(about);
  }
}
