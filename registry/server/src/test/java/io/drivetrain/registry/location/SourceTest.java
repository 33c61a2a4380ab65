package io.drivetrain.registry.location;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of versions and locations of experiments: stored as MLflow stores them, never read. */
@RegistryTest
class SourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs:/run_id/model",
        "runs:/run_id_2/a/b/c",
        "runs:/graphql_test/model",
        "mlflow-artifacts:/models",
        "mlflow-artifacts:/models/",
        "mlflow-artifacts:/models///",
        "mlflow-artifacts:/models/foo///bar",
        "mlflow-artifacts://host:9000/models",
        "mlflow-artifacts://host:9000/models/artifact/..../",
        "s3://bucket/models",
        "s3a://bucket/models",
        "gs://bucket/models",
        "abfss://container@account.dfs.core.windows.net/models",
        "wasbs://container@account.blob.core.windows.net/models",
        "adl://account.azuredatalakestore.net/models",
        "azureml://subscriptions/1/models",
        "dbfs:/models",
        "dbfs:/Volumes/a/b",
        "uc-volume:/a/b",
        "hdfs://host:8020/models",
        "viewfs://cluster/models",
        "http://host/api/2.0/mlflow-artifacts/artifacts/models",
        "https://host/models?version=2",
        "ftp://host/models",
        "sftp://user@host/models",
        "r2://bucket@account.r2.cloudflarestorage.com/models",
        "b2://bucket/models",
        "oci://bucket@namespace/models",
        "oss://bucket/models",
        "hf://models/a/b",
        "S3://bucket/models",
        "s3://bucket/50%/models",
        "artifacts:/1/run/artifacts",
        "store-of-a-plugin://bucket/x",
        "dummy-source",
        "path/to/source",
        "model"
      })
  void storesASourceAsItStands(String source) {
    var name = newModel();

    var created =
        ok(post("model-versions/create", Map.of("name", name, "source", source, "run_id", "r")));

    assertThat(created.getString("model_version.source")).isEqualTo(source);
    assertThat(created.getString("model_version.run_id")).isEqualTo("r");
    assertThat(created.getString("model_version.status")).isEqualTo("READY");
    assertThat(
            ok(get("model-versions/get-download-uri", Map.of("name", name, "version", "1")))
                .getString("artifact_uri"))
        .isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mlflow-artifacts://host:9000/models/../../../",
        "mlflow-artifacts://host:9000/models/..%2f..%2fartifacts",
        "mlflow-artifacts://host:9000/models/artifact%00",
        "mlflow-artifacts:/1/%252525252e%252525252e/2",
        "mlflow-artifacts:/1/..%2f%zz",
        "mlflow-artifacts:/a/./b",
        "mlflow-artifacts:",
        "http://host:9000/models/../../../",
        "https://host/api/2.0/mlflow-artifacts/artifacts/../../../",
        "http://h/#/../../etc",
        "http://h/x?path=../../etc",
        "s3a://my_bucket/api/2.0/mlflow-artifacts/artifacts/../../../",
        "ftp://host:8888/api/2.0/mlflow-artifacts/artifacts/../../../",
        "dbfs:/run/artifacts/a%3f/../../../../../../../../../../",
        "runs:/run/../../x",
        "s3://b/..\\x",
        "s3://b/a\nb",
        "../x",
        "a/../../etc/passwd",
        "a\\..\\b",
        "C:\\x"
      })
  void refusesASourceThatClimbs(String source) {
    var answer = post("model-versions/create", Map.of("name", newModel(), "source", source));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith(
            "Invalid model version source: '"
                + source
                + "'. If supplying a source as an http, https,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://user:hunter2@host/models",
        "s3://key:hunter2@bucket/models",
        "https://host/models?X-Amz-Signature=hunter2",
        "https://host/models?a=1&sig=hunter2"
      })
  void refusesCredentialsWithoutShowingThem(String uri) {
    var source = post("model-versions/create", Map.of("name", newModel(), "source", uri));
    var location =
        post("experiments/create", Map.of("name", unique("credentials"), "artifact_location", uri));

    for (var answer : List.of(source, location)) {
      refused(answer, 400, "INVALID_PARAMETER_VALUE");
      assertThat(answer.jsonPath().getString("message"))
          .contains("Leave the password or signature out")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void namesEverythingThatItAccepts() {
    var answer = post("model-versions/create", Map.of("name", newModel(), "source", "jar:/a!/b"));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .contains("models, oci, oss, r2, runs, s3, s3a")
        .contains("DRIVETRAIN_ARTIFACT_ROOTS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc", "file:///etc", "file:/etc", "file://localhost/etc", "file://h/etc"})
  void refusesFoldersThatTheOperatorDoesNotAllow(String folder) {
    var source = post("model-versions/create", Map.of("name", newModel(), "source", folder));
    var location =
        post("experiments/create", Map.of("name", unique("local"), "artifact_location", folder));

    refused(source, 400, "INVALID_PARAMETER_VALUE");
    assertThat(source.jsonPath().getString("message"))
        .contains("To use a local path as a model version");
    refused(location, 400, "INVALID_PARAMETER_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://b/x", "dbfs:/x", "sftp://user@h/x", "oci://b@n/x", "my_location"})
  void storesALocationAsItStands(String location) {
    var id =
        ok(post(
                "experiments/create",
                Map.of("name", unique("location"), "artifact_location", location)))
            .getString("experiment_id");

    var run = newRun(id);

    assertThat(
            ok(get("experiments/get", Map.of("experiment_id", id)))
                .getString("experiment.artifact_location"))
        .isEqualTo(location);
    assertThat(ok(get("runs/get", Map.of("run_id", run))).getString("run.info.artifact_uri"))
        .isEqualTo(location + "/" + run + "/artifacts");
    refused(get("artifacts/list", Map.of("run_id", run)), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void registersAPromptAsThePythonClientDoes() {
    var prompt = List.of(tag("mlflow.prompt.is_prompt", "true"));
    var name = unique("prompt");
    ok(post("registered-models/create", Map.of("name", name, "tags", prompt)));

    var created =
        ok(
            post(
                "model-versions/create",
                Map.of(
                    "name",
                    name,
                    "source",
                    "dummy-source",
                    "description",
                    "first",
                    "tags",
                    List.of(
                        tag("mlflow.prompt.is_prompt", "true"),
                        tag("mlflow.prompt.text", "Hello {{name}}")))));

    assertThat(created.getString("model_version.version")).isEqualTo("1");
    assertThat(
            ok(get(
                    "model-versions/search",
                    Map.of(
                        "filter",
                        "name = '%s' AND tags.`mlflow.prompt.is_prompt` = 'true'".formatted(name))))
                .getList("model_versions.source"))
        .containsExactly("dummy-source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/", "http://localhost/", "path", "s3://bucket/x"})
  void readsNothingBecauseOfAStoredSource(String source) {
    var name = newModel();
    var body = Map.of("name", name, "source", source.equals("/etc/") ? "etc" : source + "x");
    ok(post("model-versions/create", body));

    var answer =
        given()
            .queryParams(Map.of("name", name, "version", "1", "path", "passwd"))
            .get("/model-versions/get-artifact");

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
  }
}
