package io.drivetrain.registry.artifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No path leads out of the store, on any route that takes one. */
@RegistryTest
class ArtifactSafetyTest {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts";
  private static final String SECRET = "outside of the store";

  @Inject ArtifactConfig config;

  private Path secret;

  @BeforeEach
  void hideASecretBesideTheStore() throws IOException {
    secret = config.root().toAbsolutePath().resolveSibling("secret.txt");
    Files.writeString(secret, SECRET);
  }

  @AfterEach
  void secretIsUntouched() throws IOException {
    assertThat(Files.readString(secret)).isEqualTo(SECRET);
    Files.delete(secret);
  }

  @ParameterizedTest
  @MethodSource("io.drivetrain.registry.artifact.HostilePaths#encoded")
  void neitherReadsNorWritesNorDeletesOutside(String path) {
    var url = PROXY + "/" + path;

    for (var answer :
        List.of(
            given().urlEncodingEnabled(false).get(url),
            given().urlEncodingEnabled(false).body("x".getBytes()).put(url),
            given().urlEncodingEnabled(false).delete(url),
            given().urlEncodingEnabled(false).get(PROXY + "?path=" + path),
            given()
                .urlEncodingEnabled(false)
                .get(
                    "/api/2.0/mlflow/artifacts/list?run_id="
                        + Mlflow.newRun()
                        + "&path="
                        + path))) {
      refusesOrFindsNothing(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("io.drivetrain.registry.artifact.HostilePaths#encoded")
  void neitherReadsNorWritesOutsideOfWhatOwnsTheFile(String path) {
    var run = Mlflow.newRun();
    var name = Mlflow.newModel();
    var version = Mlflow.newVersion(name);
    var loggedModel = newLoggedModel();

    for (var url :
        List.of(
            "/get-artifact?run_id=" + run + "&path=" + path,
            "/model-versions/get-artifact?name=%s&version=%s&path=".formatted(name, version) + path,
            loggedModel + "/artifacts/directories?artifact_directory_path=" + path,
            loggedModel + "/artifacts/files?artifact_file_path=" + path)) {
      refusesOrFindsNothing(given().urlEncodingEnabled(false).get(url));
    }
    refusesOrFindsNothing(
        given()
            .urlEncodingEnabled(false)
            .contentType("application/octet-stream")
            .body("x".getBytes())
            .post("/api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=" + path));
  }

  @ParameterizedTest
  @MethodSource("io.drivetrain.registry.artifact.HostilePaths#encoded")
  void joinsNoPartsOutside(String path) {
    var create = Map.of("path", "secret.txt", "num_parts", 1);
    var part = Map.of("part_number", 1, "etag", "e");
    var complete = Map.of("path", "secret.txt", "upload_id", "none", "parts", List.of(part));

    refusesOrFindsNothing(sendJson("mpu/create/" + path, create));
    refusesOrFindsNothing(sendJson("mpu/complete/" + path, complete));
    refusesOrFindsNothing(sendJson("mpu/abort/" + path, complete));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "a/", "a/..", "C:\\..", "a\u0000b", ".incoming"})
  void givesNoHostileNameToAFileThatComesInParts(String localPath) {
    refusesOrFindsNothing(sendJson("mpu/create", Map.of("path", localPath, "num_parts", 1)));
  }

  private static Response sendJson(String endpoint, Map<String, ?> body) {
    return given()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(body)
        .post("/api/2.0/mlflow-artifacts/" + endpoint);
  }

  private static String newLoggedModel() {
    var created = Mlflow.post("logged-models", Map.of("experiment_id", "0"));
    return "/api/2.0/mlflow/logged-models/" + Mlflow.ok(created).getString("model.info.model_id");
  }

  /** The slash at the start of some paths makes the router look elsewhere: a 404 is as good. */
  private static void refusesOrFindsNothing(Response answer) {
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.asString()).doesNotContain(SECRET).doesNotContain("root:");
  }

  /** A client that does not tidy its paths up. */
  @Test
  void doesNotClimbForARawRequest() throws Exception {
    var base = URI.create("http://localhost:" + RestAssured.port);
    try (var client = HttpClient.newHttpClient()) {
      for (var path : List.of("/../secret.txt", "/%2e%2e/secret.txt", "/1/../../secret.txt")) {
        var request = HttpRequest.newBuilder(URI.create(base + PROXY + path)).build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void followsNoSymbolicLink() throws IOException {
    var folder = Files.createDirectories(config.root().resolve("links"));
    var file = folder.resolve("file");
    var up = folder.resolve("up");
    Files.deleteIfExists(file);
    Files.deleteIfExists(up);
    Files.createSymbolicLink(file, secret);
    Files.createSymbolicLink(up, secret.getParent());

    for (var path : List.of("links/file", "links/up/secret.txt", "links/up/new.txt")) {
      refusesOrFindsNothing(given().get(PROXY + "/" + path));
      refusesOrFindsNothing(given().body("x".getBytes()).put(PROXY + "/" + path));
      refusesOrFindsNothing(given().delete(PROXY + "/" + path));
    }
    assertThat(given().get(PROXY + "?path=links").asString()).isEqualTo("{}");
    refusesOrFindsNothing(given().get(PROXY + "?path=links/up"));
    assertThat(secret.resolveSibling("new.txt")).doesNotExist();
  }

  @Test
  void deletesLinksInAFolderButNotWhatTheyLeadTo() throws IOException {
    var folder = Files.createDirectories(config.root().resolve("linked"));
    Files.createSymbolicLink(folder.resolve("up"), secret.getParent());

    given().delete(PROXY + "/linked").then().statusCode(200);

    assertThat(folder).doesNotExist();
  }

  @Test
  void letsNoBrowserRenderAnArtifact() {
    given().body("<script>alert(1)</script>".getBytes()).put(PROXY + "/safety/page.html");

    given()
        .get(PROXY + "/safety/page.html")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Disposition", "attachment; filename=page.html")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }
}
