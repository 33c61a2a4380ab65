package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class MultipartTest {
  private static final String MPU = "/api/2.0/mlflow-artifacts/mpu/";
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

  @Inject ArtifactConfig config;

  @ParameterizedTest
  @ValueSource(strings = {"", "/1/run/artifacts/model"})
  void joinsThePartsInTheOrderOfTheirNumbers(String folder) {
    var name = unique("big") + ".bin";
    var upload = create(folder, "/home/ana/" + name, 3);

    var parts = new ArrayList<Map<String, Object>>();
    for (int number : List.of(3, 1, 2)) {
      parts.add(part(number, put(upload, number, "part " + number + ";")));
    }
    assertThat(given().get(PROXY + folder + "/" + name).statusCode()).isIn(404);
    ok(complete(folder, name, upload, parts));

    var path = folder.isEmpty() ? name : folder.substring(1) + "/" + name;
    var file = given().get(PROXY + path);
    assertThat(file.asString()).isEqualTo("part 1;part 2;part 3;");
    assertThat(file.header("ETag")).hasSize(66);
    refused(complete(folder, name, upload, parts), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void takesThePartThatTheClientCountsWhenOneCameTwice() {
    var name = unique("twice");
    var upload = create("", name, 1);

    var right = put(upload, 1, "right");
    put(upload, 1, "wrong");
    ok(complete("", name, upload, List.of(part(1, right))));

    assertThat(given().get(PROXY + name).asString()).isEqualTo("right");
  }

  @Test
  void storesNothingWhileAPartIsMissing() {
    var name = unique("missing");
    var upload = create("", name, 2);
    var first = part(1, put(upload, 1, "one"));

    var answer = complete("", name, upload, List.of(first, part(2, "\"" + "0".repeat(64) + "\"")));

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    refused(
        complete("", name, upload, List.of(first, part(2, "\"../../x\""))),
        400,
        "INVALID_PARAMETER_VALUE");
    refused(complete("", name, upload, List.of(first, first)), 400, "INVALID_PARAMETER_VALUE");
    refused(complete("", name, upload, List.of()), 400, "INVALID_PARAMETER_VALUE");
    refused(given().get(PROXY + name), 404, "RESOURCE_DOES_NOT_EXIST");
    ok(abort(upload.getString("upload_id")));
  }

  @Test
  void leavesNothingOfAnAbortedUpload() throws IOException {
    var upload = create("/folder", "aborted", 1);
    put(upload, 1, "x");
    var id = upload.getString("upload_id");
    assertThat(config.root().resolve(".incoming").resolve(id)).isDirectory();

    ok(abort(id));

    assertThat(Files.exists(config.root().resolve(".incoming").resolve(id))).isFalse();
    refused(putTo(upload.getString("credentials[0].url"), "y"), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", ".", "%2e%2e", "..%2f..%2fetc", "00000000-0000-0000-0000-000000000000"})
  void knowsOnlyUploadsThatItBegan(String id) {
    refused(abort(id), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(
        complete("", "x", JsonPath.from("{\"upload_id\":\"" + id + "\"}"), List.of(part(1, "e"))),
        404,
        "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void refusesWrongRequests() {
    var noParts = Map.of("path", "x", "num_parts", 0);
    var tooMany = Map.of("path", "x", "num_parts", 10_001);
    var noName = Map.of("path", "folder/", "num_parts", 1);
    for (var body : List.of(noParts, tooMany, noName, Map.of("num_parts", 1))) {
      refused(
          given().contentType("application/json").body(body).post(MPU + "create"),
          400,
          "INVALID_PARAMETER_VALUE");
    }
    refused(abort(UUID.randomUUID().toString()), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void hasNoPresignedUrls() {
    refused(
        given().get("/api/2.0/mlflow-artifacts/presigned/1/run/artifacts/x"),
        501,
        "NOT_IMPLEMENTED");
    for (var direction : List.of("upload", "download")) {
      refused(
          given()
              .contentType("application/json")
              .body("{}")
              .post("/api/2.0/mlflow/artifacts/presigned-" + direction + "-url"),
          501,
          "NOT_IMPLEMENTED");
    }
  }

  private static JsonPath create(String folder, String localPath, int parts) {
    var created =
        ok(
            given()
                .contentType("application/json")
                .body(Map.of("path", localPath, "num_parts", parts))
                .post(MPU + "create" + folder));
    assertThat(created.getList("credentials")).hasSize(parts);
    return created;
  }

  private static String put(JsonPath upload, int number, String bytes) {
    var answer = putTo(upload.getString("credentials[" + (number - 1) + "].url"), bytes);
    answer.then().statusCode(200);
    return answer.header("ETag");
  }

  private static Response putTo(String url, String bytes) {
    return given().body(bytes.getBytes()).put(url);
  }

  private static Map<String, Object> part(int number, String etag) {
    return Map.of("part_number", number, "etag", etag, "url", "http://localhost/x");
  }

  private static Response complete(
      String folder, String name, JsonPath upload, List<Map<String, Object>> parts) {
    return given()
        .contentType("application/json")
        .body(Map.of("path", name, "upload_id", upload.getString("upload_id"), "parts", parts))
        .post(MPU + "complete" + folder);
  }

  private static Response abort(String id) {
    return given()
        .contentType("application/json")
        .body(Map.of("path", "x", "upload_id", id))
        .post(MPU + "abort");
  }
}
