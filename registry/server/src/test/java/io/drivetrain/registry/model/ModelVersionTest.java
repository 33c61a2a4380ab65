package io.drivetrain.registry.model;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class ModelVersionTest {
  @Test
  void answersAsMlflowDoes() {
    var name = newModel();

    var version =
        ok(post(
                "model-versions/create",
                Map.of("name", name, "source", "mlflow-artifacts:/1/x/artifacts/model")))
            .getMap("model_version");

    assertThat(version)
        .containsEntry("name", name)
        .containsEntry("version", "1")
        .containsEntry("current_stage", "None")
        .containsEntry("description", "")
        .containsEntry("run_id", "")
        .containsEntry("run_link", "")
        .containsEntry("status", "READY")
        .doesNotContainKeys("tags", "aliases");
  }

  @Test
  void neverUsesANumberTwice() {
    var name = newModel();
    newVersion(name);
    assertThat(newVersion(name)).isEqualTo("2");

    ok(delete("model-versions/delete", Map.of("name", name, "version", "2")));

    assertThat(newVersion(name)).isEqualTo("3");
    refused(
        get("model-versions/get", Map.of("name", name, "version", "2")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void numbersVersionsThatAreMadeAtTheSameTime() throws Exception {
    var name = newModel();
    var work = new ArrayList<Callable<String>>();
    IntStream.range(0, 40).forEach(_ -> work.add(() -> newVersion(name)));

    var numbers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(work)) {
        numbers.add(Integer.valueOf(result.get()));
      }
    }

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void dropsTheAliasesOfADeletedVersion() {
    var name = newModel();
    newVersion(name);
    ok(post("registered-models/alias", Map.of("name", name, "alias", "champion", "version", "1")));

    ok(delete("model-versions/delete", Map.of("name", name, "version", "1")));

    refused(
        get("registered-models/alias", Map.of("name", name, "alias", "champion")),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void findsTheFilesOfAVersionThroughReferences() {
    var run = newRun();
    var name = newModel();
    var place = "mlflow-artifacts:/0/" + run + "/artifacts/model";

    ok(post("model-versions/create", Map.of("name", name, "source", "runs:/" + run + "/model")));
    ok(post("model-versions/create", Map.of("name", name, "source", "models:/" + name + "/1")));

    for (var version : List.of("1", "2")) {
      assertThat(
              ok(get("model-versions/get-download-uri", Map.of("name", name, "version", version)))
                  .getString("artifact_uri"))
          .isEqualTo(place);
    }
    assertThat(
            ok(get("model-versions/get", Map.of("name", name, "version", "2")))
                .getString("model_version.source"))
        .isEqualTo("models:/" + name + "/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "file:///etc/passwd",
        "file:/etc",
        "mlflow-artifacts:/1/../2",
        "mlflow-artifacts:/1/%2e%2e/2",
        "mlflow-artifacts:/1/%252e%252e/2",
        "http://h/#/../../etc",
        "http:///#/../../etc/passwd",
        "s3://b/..\\x",
        "C:\\x",
        "C:/x",
        "models:/m-0123",
        "models:/a/b/c",
        ""
      })
  void refusesASourceThatCouldLeadAnywhere(String source) {
    refused(
        post("model-versions/create", Map.of("name", newModel(), "source", source)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void doesNotKnowAStrangeModelOrNumber() {
    var name = newModel();

    refused(
        post("model-versions/create", Map.of("name", "nobody", "source", "s3://b/m")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
    refused(
        get("model-versions/get", Map.of("name", name, "version", "1")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
    refused(
        get("model-versions/get", Map.of("name", name, "version", "one")),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void updatesDescriptionAndTags() {
    var name = newModel();
    newVersion(name);

    var updated =
        ok(
            patch(
                "model-versions/update", Map.of("name", name, "version", "1", "description", "d")));
    ok(
        post(
            "model-versions/set-tag",
            Map.of("name", name, "version", "1", "key", "k", "value", "v")));

    assertThat(updated.getString("model_version.description")).isEqualTo("d");
    assertThat(
            ok(get("model-versions/get", Map.of("name", name, "version", "1")))
                .getList("model_version.tags"))
        .containsExactly(tag("k", "v"));
    var untag = Map.of("name", name, "version", "1", "key", "k");
    ok(delete("model-versions/delete-tag", untag));
    ok(delete("model-versions/delete-tag", untag));
  }

  @Test
  void answersTheLatestVersionOfEachStage() {
    var name = newModel();
    newVersion(name);
    newVersion(name);
    newVersion(name);
    ok(moveToStage(name, "2", "staging"));
    ok(post("registered-models/alias", Map.of("name", name, "alias", "a", "version", "3")));

    var all = ok(post("registered-models/get-latest-versions", Map.of("name", name)));
    var two =
        ok(
            given()
                .queryParam("name", name)
                .queryParam("stages", "Production", "Staging")
                .get("/api/2.0/mlflow/registered-models/get-latest-versions"));

    assertThat(all.getList("model_versions.version")).containsExactly("2", "3");
    assertThat(all.getList("model_versions[1].aliases")).containsExactly("a");
    assertThat(two.getList("model_versions.version")).containsExactly("2");
    refused(
        post("registered-models/get-latest-versions", Map.of("name", name, "stages", List.of("x"))),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void searchesByNameRunSourceNumberAndTag() {
    var name = newModel();
    for (var run : List.of("run-a", "run-b", "run-c")) {
      ok(
          post(
              "model-versions/create",
              Map.of(
                  "name",
                  name,
                  "source",
                  "s3://b/" + run,
                  "run_id",
                  run,
                  "tags",
                  List.of(tag("r", run)))));
    }
    var named = "name = '" + name + "'";

    assertThat(search(named)).containsExactly("3", "2", "1");
    assertThat(search(named + " AND run_id IN ('run-a', 'run-c')")).containsExactly("3", "1");
    assertThat(search(named + " AND source_path LIKE '%b'")).containsExactly("2");
    assertThat(search(named + " AND version_number >= 2")).containsExactly("3", "2");
    assertThat(search(named + " AND tags.r = 'run-a'")).containsExactly("1");
    refused(
        get("model-versions/search", Map.of("filter", "creation_timestamp > 0")),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void searchesByStageAndAlias() {
    var name = newModel();
    List.of(1, 2, 3).forEach(_ -> newVersion(name));
    ok(moveToStage(name, "2", "Production"));
    ok(post("registered-models/alias", Map.of("name", name, "alias", "best", "version", "1")));
    var named = "name = '" + name + "'";

    assertThat(search(named + " AND stage = 'Production'")).containsExactly("2");
    assertThat(search(named + " AND current_stage IN ('None')")).containsExactly("3", "1");
    assertThat(search(named + " AND alias = 'best'")).containsExactly("1");
    assertThat(search(named + " AND NOT aliases LIKE 'b%'")).containsExactly("2", "3");
    assertThat(search(named + " AND (alias = 'best' OR stage = 'Production')"))
        .containsExactlyInAnyOrder("2", "1");
  }

  private static List<String> search(String filter) {
    return ok(get("model-versions/search", Map.of("filter", filter)))
        .getList("model_versions.version", String.class);
  }
}
