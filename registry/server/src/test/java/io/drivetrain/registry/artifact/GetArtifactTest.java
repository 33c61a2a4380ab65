package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files named by the run, the version or the logged model that they belong to. */
@RegistryTest
class GetArtifactTest {
  private static final String UPLOAD = "/ajax-api/2.0/mlflow/upload-artifact";

  @Test
  void sendsAFileOfARun() {
    var run = newRun();
    upload(run, "plots/a b.txt", "0123456789".getBytes());

    var whole = given().queryParams("run_id", run, "path", "plots/a b.txt").get("/get-artifact");
    var part =
        given()
            .header("Range", "bytes=2-4")
            .queryParams("run_uuid", run, "path", "plots/a b.txt")
            .get("/get-artifact");

    whole.then().statusCode(200).header("X-Content-Type-Options", "nosniff");
    assertThat(whole.asString()).isEqualTo("0123456789");
    assertThat(whole.header("Content-Disposition")).isEqualTo("attachment; filename=\"a b.txt\"");
    part.then().statusCode(206).header("Content-Range", "bytes 2-4/10");
    assertThat(part.asString()).isEqualTo("234");
    refused(
        given().queryParams("run_id", run, "path", "none").get("/get-artifact"),
        404,
        "RESOURCE_DOES_NOT_EXIST");
    refused(
        given().queryParams("run_id", run).get("/get-artifact"), 400, "INVALID_PARAMETER_VALUE");
    refused(
        given().queryParams("run_id", "nobody", "path", "x").get("/get-artifact"),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void sendsAFileOfAVersion() {
    var run = newRun();
    upload(run, "model/MLmodel", "flavors: {}".getBytes());
    var name = newModel();
    var source = "runs:/" + run + "/model";
    ok(post("model-versions/create", Map.of("name", name, "source", source)));

    var file =
        given()
            .header("Range", "bytes=0-6")
            .queryParams("name", name, "version", "1", "path", "MLmodel")
            .get("/model-versions/get-artifact");

    file.then().statusCode(206);
    assertThat(file.asString()).isEqualTo("flavors");
    refused(
        given()
            .queryParams("name", name, "version", "2", "path", "MLmodel")
            .get("/model-versions/get-artifact"),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void listsAndSendsFilesOfALoggedModel() {
    var model =
        ok(post("logged-models", Map.of("experiment_id", "0", "name", "files")))
            .getMap("model.info");
    var id = model.get("model_id");
    var proxy = "/api/2.0/mlflow-artifacts/artifacts/0/models/" + id + "/artifacts/data/x.csv";
    given().body("a,b".getBytes()).put(proxy).then().statusCode(200);
    var artifacts = "logged-models/" + id + "/artifacts/";

    var root = ok(get(artifacts + "directories", Map.of()));
    var folder = ok(get(artifacts + "directories", Map.of("artifact_directory_path", "data")));
    var file = get(artifacts + "files", Map.of("artifact_file_path", "data/x.csv"));

    assertThat(root.getString("root_uri")).isEqualTo(model.get("artifact_uri"));
    assertThat(root.getString("files[0].path")).isEqualTo("data");
    assertThat(folder.getMap("files[0]"))
        .isEqualTo(Map.of("path", "data/x.csv", "is_dir", false, "file_size", 3));
    assertThat(file.asString()).isEqualTo("a,b");
    refused(
        get("logged-models/m-none/artifacts/directories", Map.of()),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void takesUploadsOfTenMegabytes() {
    var run = newRun();
    int limit = 10 * 1024 * 1024;

    upload(run, "full.bin", new byte[limit]);
    var tooMuch = tryUpload(run, "more.bin", new byte[limit + 1]);

    refused(tooMuch, 400, "INVALID_PARAMETER_VALUE");
    assertThat(tooMuch.jsonPath().getString("message"))
        .isEqualTo(
            "Artifact size is too large. Max size is 10MB. Upload it to mlflow-artifacts/artifacts.");
    assertThat(ok(get("artifacts/list", Map.of("run_id", run))).getList("files.path"))
        .containsExactly("full.bin");
  }

  private static void upload(String run, String path, byte[] bytes) {
    assertThat(tryUpload(run, path, bytes).asString()).isEqualTo("{}");
  }

  private static Response tryUpload(String run, String path, byte[] bytes) {
    return given()
        .contentType("application/octet-stream")
        .queryParams("run_uuid", run, "path", path)
        .body(bytes)
        .post(UPLOAD);
  }
}
