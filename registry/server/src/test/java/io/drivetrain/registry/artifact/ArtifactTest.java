package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.RegistryTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
class ArtifactTest {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final String DIGITS = "0123456789";

  @Inject ArtifactConfig config;

  @Test
  void givesBackTheBytesWithTheirLengthAndHash() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    var path = unique("big") + "/a b+é.bin";

    assertThat(put(path, bytes).asString()).isEqualTo("{}");

    var answer = given().get(PROXY + path);
    answer
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Content-Length", "3000000")
        .header("Accept-Ranges", "bytes")
        .header("ETag", '"' + sha256(bytes) + '"');
    assertThat(answer.asByteArray()).isEqualTo(bytes);
  }

  @Test
  void takesAnUploadWithoutALength() throws Exception {
    var path = unique("chunked");
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PROXY + path))
              .expectContinue(true)
              .version(HttpClient.Version.HTTP_1_1)
              .PUT(
                  BodyPublishers.ofInputStream(
                      () -> ArtifactTest.class.getResourceAsStream("ArtifactTest.class")))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    try (InputStream self = ArtifactTest.class.getResourceAsStream("ArtifactTest.class")) {
      assertThat(given().get(PROXY + path).asByteArray()).isEqualTo(self.readAllBytes());
    }
  }

  @Test
  void replacesAFile() {
    var path = unique("replaced");
    put(path, "old, and longer".getBytes(StandardCharsets.UTF_8));

    put(path, "new".getBytes(StandardCharsets.UTF_8));

    assertThat(given().get(PROXY + path).asString()).isEqualTo("new");
  }

  @Test
  void keepsAnEmptyFile() {
    var path = unique("empty");

    put(path, new byte[0]);

    given().get(PROXY + path).then().statusCode(200).header("Content-Length", "0");
  }

  @Test
  void leavesNoTraceOfAnUploadThatBrokeOff() throws IOException {
    var path = unique("broken");
    var before = incoming();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PROXY + path))
              .PUT(BodyPublishers.ofInputStream(ArtifactTest::breakingStream))
              .build();
      assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }

    refused(given().get(PROXY + path), 404, "RESOURCE_DOES_NOT_EXIST");
    await().until(() -> before.containsAll(incoming()));
  }

  private Set<Path> incoming() throws IOException {
    try (var files = Files.list(config.root().resolve(".incoming"))) {
      return files.collect(Collectors.toSet());
    }
  }

  private static InputStream breakingStream() {
    return new InputStream() {
      private int left = 500_000;

      @Override
      public int read() throws IOException {
        if (left-- <= 0) {
          throw new IOException("the client died");
        }
        return 'x';
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10"
  })
  void sendsThePartThatIsAskedFor(String range, String part, String contentRange) {
    var path = unique("range");
    put(path, DIGITS.getBytes(StandardCharsets.UTF_8));

    var answer = given().header("Range", range).get(PROXY + path);

    answer.then().statusCode(206).header("Content-Range", contentRange);
    assertThat(answer.asString()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({"bytes=3-1", "bytes=-", "bytes=a-b", "'bytes=0-1,3-4'", "lines=1-2"})
  void sendsTheWholeFileForARangeThatItDoesNotServe(String range) {
    var path = unique("whole");
    put(path, DIGITS.getBytes(StandardCharsets.UTF_8));

    var answer = given().header("Range", range).get(PROXY + path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).isEqualTo(DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-", "bytes=-0"})
  void refusesARangeBehindTheEnd(String range) {
    var path = unique("behind");
    put(path, DIGITS.getBytes(StandardCharsets.UTF_8));

    given()
        .header("Range", range)
        .get(PROXY + path)
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */10");
  }

  @Test
  void spendsNoBytesOnWhatTheClientHas() {
    var path = unique("cached");
    put(path, DIGITS.getBytes(StandardCharsets.UTF_8));
    var etag = given().get(PROXY + path).header("ETag");

    given().header("If-None-Match", etag).get(PROXY + path).then().statusCode(304);
    given()
        .header("If-Range", etag)
        .header("Range", "bytes=0-0")
        .get(PROXY + path)
        .then()
        .statusCode(206);
    given()
        .header("If-Range", "\"old\"")
        .header("Range", "bytes=0-0")
        .get(PROXY + path)
        .then()
        .statusCode(200);
  }

  @Test
  void claimsNoHashForAFileThatAnotherHandChanged() throws IOException {
    var path = unique("changed");
    put(path, DIGITS.getBytes(StandardCharsets.UTF_8));

    Files.writeString(config.root().resolve(path), "9876543210x");

    assertThat(given().get(PROXY + path).header("ETag")).isNull();
  }

  @Test
  void listsAFolderByNameAndARunByPath() {
    var run = newRun();
    var root = "0/" + run + "/artifacts";
    put(root + "/model/MLmodel", "12345".getBytes(StandardCharsets.UTF_8));
    put(root + "/a.txt", "1".getBytes(StandardCharsets.UTF_8));

    assertThat(given().get(PROXY.substring(0, PROXY.length() - 1) + "?path=" + root).asString())
        .isEqualTo(
            "{\"files\":[{\"path\":\"a.txt\",\"is_dir\":false,\"file_size\":1},{\"path\":\"model\",\"is_dir\":true}]}");
    assertThat(get("artifacts/list", Map.of("run_id", run, "path", "model")).asString())
        .isEqualTo(
            "{\"root_uri\":\"mlflow-artifacts:/%s\",\"files\":[{\"path\":\"model/MLmodel\",\"is_dir\":false,\"file_size\":5}]}"
                .formatted(root));
    assertThat(get("artifacts/list", Map.of("run_id", run, "path", "a.txt")).asString())
        .isEqualTo("{\"root_uri\":\"mlflow-artifacts:/%s\"}".formatted(root));
    assertThat(given().get("/api/2.0/mlflow-artifacts/artifacts?path=nowhere").asString())
        .isEqualTo("{}");
  }

  @Test
  void doesNotListWhatOnlyTheClientCanReach() {
    var experiment =
        ok(post(
                "experiments/create",
                Map.of("name", unique("s3"), "artifact_location", "s3://bucket/path")))
            .getString("experiment_id");

    refused(
        get("artifacts/list", Map.of("run_id", newRun(experiment))),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void deletesFilesAndFolders() {
    var folder = newExperiment() + "/deleted";
    put(folder + "/a/1", DIGITS.getBytes(StandardCharsets.UTF_8));
    put(folder + "/b", DIGITS.getBytes(StandardCharsets.UTF_8));

    given().delete(PROXY + folder + "/a").then().statusCode(200);
    given().delete(PROXY + folder + "/a").then().statusCode(200);

    refused(given().get(PROXY + folder + "/a/1"), 404, "RESOURCE_DOES_NOT_EXIST");
    given().get(PROXY + folder + "/b").then().statusCode(200);
  }

  @Test
  void refusesAFileWhereAFolderIsAndTheOtherWayRound() {
    var folder = unique("folder");
    put(folder + "/file", DIGITS.getBytes(StandardCharsets.UTF_8));

    for (var path : List.of(folder, folder + "/file/below")) {
      refused(
          given().body(DIGITS.getBytes(StandardCharsets.UTF_8)).put(PROXY + path),
          400,
          "INVALID_PARAMETER_VALUE");
    }
    refused(given().get(PROXY + folder), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  private static Response put(String path, byte[] bytes) {
    var answer = given().contentType("application/octet-stream").body(bytes).put(PROXY + path);
    answer.then().statusCode(200);
    return answer;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
