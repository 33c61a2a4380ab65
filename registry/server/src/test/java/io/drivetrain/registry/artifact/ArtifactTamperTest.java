package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is registered, and what an ended run has logged, does not change. */
@RegistryTest
class ArtifactTamperTest {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final String MULTIPART = "/api/2.0/mlflow-artifacts/mpu/";

  @Test
  void twoPutsDoNotReplaceTheProductionModel() {
    var run = Mlflow.newRun();
    var folder = folder(run) + "/model";
    put(folder + "/trees.bin", "trees").then().statusCode(200);
    put(folder + "/SHA256SUMS", "sums").then().statusCode(200);
    register(folder);

    refused(put(folder + "/trees.bin", "worse trees"), 409, "RESOURCE_CONFLICT");
    refused(put(folder + "/SHA256SUMS", "sums of worse"), 409, "RESOURCE_CONFLICT");

    assertThat(text(folder + "/trees.bin")).isEqualTo("trees");
    assertThat(text(folder + "/SHA256SUMS")).isEqualTo("sums");
  }

  @Test
  void namesTheVersionAndTheWayOut() {
    var folder = folder(Mlflow.newRun()) + "/model";
    put(folder + "/trees.bin", "trees").then().statusCode(200);
    var model = register(folder);

    var message = put(folder + "/trees.bin", "other").jsonPath().getString("message");

    assertThat(message)
        .isEqualTo(
            "'%s/trees.bin' cannot be replaced: it belongs to version 1 of model '%s'. Delete the version first; its files go when it leaves the trash."
                .formatted(folder, model));
  }

  @Test
  void registeredFilesStayWhateverFolderIsDeleted() {
    var run = Mlflow.newRun();
    var folder = folder(run) + "/model";
    put(folder + "/trees.bin", "trees").then().statusCode(200);
    register(folder);

    for (var path : List.of(folder + "/trees.bin", folder, folder(run), "0/" + run, "0")) {
      refused(given().delete(PROXY + path), 409, "RESOURCE_CONFLICT");
    }

    assertThat(text(folder + "/trees.bin")).isEqualTo("trees");
  }

  @Test
  void deletedVersionKeepsItsFilesWhileItCanBeRestored() {
    var folder = folder(Mlflow.newRun()) + "/model";
    put(folder + "/trees.bin", "trees").then().statusCode(200);
    var model = register(folder);
    ok(Mlflow.delete("model-versions/delete", Map.of("name", model, "version", "1")));

    refused(given().delete(PROXY + folder), 409, "RESOURCE_CONFLICT");
    refused(put(folder + "/trees.bin", "other"), 409, "RESOURCE_CONFLICT");
  }

  @Test
  void endedRunTakesNewFilesButKeepsWhatItHas() {
    var run = Mlflow.newRun();
    var file = folder(run) + "/report.html";
    put(file, "as logged").then().statusCode(200);
    end(run);

    refused(put(file, "other"), 409, "RESOURCE_CONFLICT");
    refused(given().delete(PROXY + file), 409, "RESOURCE_CONFLICT");
    put(file, "as logged").then().statusCode(200);
    put(folder(run) + "/later.txt", "later").then().statusCode(200);

    assertThat(text(file)).isEqualTo("as logged");
    assertThat(text(folder(run) + "/later.txt")).isEqualTo("later");
  }

  @Test
  void runningRunReplacesAndDeletesItsFiles() {
    var file = folder(Mlflow.newRun()) + "/notes.txt";
    put(file, "first").then().statusCode(200);

    put(file, "second").then().statusCode(200);
    assertThat(text(file)).isEqualTo("second");
    given().delete(PROXY + file).then().statusCode(200);

    given().get(PROXY + file).then().statusCode(404);
  }

  @Test
  void browserUploadDoesNotReplaceEither() {
    var run = Mlflow.newRun();
    put(folder(run) + "/report.html", "as logged").then().statusCode(200);
    end(run);

    var answer =
        given()
            .queryParams("run_uuid", run, "path", "report.html")
            .contentType("application/octet-stream")
            .body("other".getBytes())
            .post("/ajax-api/2.0/mlflow/upload-artifact");

    refused(answer, 409, "RESOURCE_CONFLICT");
    assertThat(text(folder(run) + "/report.html")).isEqualTo("as logged");
  }

  @Test
  void uploadInPartsDoesNotReplaceEither() {
    var folder = folder(Mlflow.newRun()) + "/model";
    put(folder + "/trees.bin", "trees").then().statusCode(200);
    register(folder);
    var created = ok(multipart("create/" + folder, Map.of("path", "trees.bin", "num_parts", 1)));
    var part =
        given()
            .contentType("application/octet-stream")
            .body("other".getBytes())
            .put(created.getString("credentials[0].url"));

    var answer =
        multipart(
            "complete/" + folder,
            Map.of(
                "path", "trees.bin",
                "upload_id", created.getString("upload_id"),
                "parts",
                    List.of(
                        Map.of(
                            "part_number", 1,
                            "etag", part.header("ETag"),
                            "url", created.getString("credentials[0].url")))));

    refused(answer, 409, "RESOURCE_CONFLICT");
    assertThat(text(folder + "/trees.bin")).isEqualTo("trees");
    ok(
        multipart(
            "abort/" + folder,
            Map.of("path", "trees.bin", "upload_id", created.getString("upload_id"))));
  }

  private static String register(String folder) {
    var model = Mlflow.newModel();
    ok(
        post(
            "model-versions/create",
            Map.of("name", model, "source", "mlflow-artifacts:/" + folder)));
    return model;
  }

  private static void end(String run) {
    ok(post("runs/update", Map.of("run_id", run, "status", "FINISHED", "end_time", 2000)));
  }

  private static String folder(String run) {
    return Mlflow.run(run)
        .getString("run.info.artifact_uri")
        .replaceFirst("^mlflow-artifacts:/+", "");
  }

  private static Response put(String path, String text) {
    return given().contentType("application/octet-stream").body(text.getBytes()).put(PROXY + path);
  }

  private static Response multipart(String call, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(MULTIPART + call);
  }

  private static String text(String path) {
    return given().get(PROXY + path).then().statusCode(200).extract().asString();
  }
}
