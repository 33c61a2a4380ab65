package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hashes of what is registered, whoever writes to the disk. */
@RegistryTest
class PinTest {
  private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

  @Inject ArtifactConfig config;
  @Inject Database database;

  private String run;
  private String source;
  private String folder;

  @BeforeEach
  void uploadAModel() {
    run = Mlflow.newRun(Mlflow.newExperiment());
    source = Mlflow.run(run).getString("run.info.artifact_uri") + "/model";
    folder = source.replaceFirst("^mlflow-artifacts:/+", "");
    put("trees.bin", "trees").then().statusCode(200);
    put("data/weights.bin", "w").then().statusCode(200);
  }

  @Test
  void pinsWhatIsThereWhenTheVersionIsRegistered() throws Exception {
    var model = register();
    put("later.txt", "later").then().statusCode(200);

    var pinned = pins(model);

    assertThat(pinned.getString("location")).isEqualTo(source);
    assertThat(pinned.getList("files.path")).containsExactly("data/weights.bin", "trees.bin");
    assertThat(pinned.getList("files.size_bytes")).containsExactly(1, 5);
    assertThat(pinned.getList("files.sha256")).containsExactly(sha256("w"), sha256("trees"));
    assertThat(Instant.parse(pinned.getString("pinned_at"))).isBefore(Instant.now());
  }

  @Test
  void registersNothingThatIsNotWhatWasUploaded() throws Exception {
    write("trees.bin", "treeS");

    var answer = create(newModel());

    refused(answer, 409, "RESOURCE_CONFLICT");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo(
            "The version cannot be registered: '%s/trees.bin' has SHA-256 %s instead of %s. Upload the file again."
                .formatted(folder, sha256("treeS"), sha256("trees")));
    put("trees.bin", "trees").then().statusCode(200);
    ok(create(newModel()));
  }

  @Test
  void registersNothingThatIsGone() throws Exception {
    Files.delete(onDisk("trees.bin"));

    refused(create(newModel()), 409, "RESOURCE_CONFLICT");
  }

  @Test
  void pinsWhatCamePastTheServerAsItIsThen() throws Exception {
    write("copied.bin", "by hand");

    var pinned = pins(register());

    assertThat(pinned.getList("files.path")).contains("copied.bin");
    assertThat(pinned.getList("files.sha256")).contains(sha256("by hand"));
  }

  @Test
  void sendsNoDamagedFileOfAVersion() throws Exception {
    register();
    write("trees.bin", "treeS");

    var answer = given().get(PROXY + folder + "/trees.bin");

    refused(answer, 500, "DATA_LOSS");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith("'%s/trees.bin' is damaged".formatted(folder));
  }

  @Test
  void sendsAFileThatWasOnlyTouched() throws Exception {
    register();
    Files.setLastModifiedTime(onDisk("trees.bin"), FileTime.from(Instant.EPOCH));

    given().get(PROXY + folder + "/trees.bin").then().statusCode(200);
  }

  @Test
  void pinsAVersionOfBeforeWithWhatWasUploadedAndNotWithWhatLiesThere() throws Exception {
    var model = register();
    forgetPins(model);
    write("trees.bin", "treeS");

    var pinned = pins(model);

    assertThat(pinned.getList("files.sha256")).containsExactly(sha256("w"), sha256("trees"));
  }

  @Test
  void pinsAVersionOfBeforeOnce() {
    var model = register();
    forgetPins(model);
    pins(model);
    put("later.txt", "later").then().statusCode(200);

    assertThat(pins(model).getList("files.path")).containsExactly("data/weights.bin", "trees.bin");
  }

  @Test
  void hasNoPinsForAnotherStoreAndForNoVersion() {
    var model = newModel();
    ok(post("model-versions/create", Map.of("name", model, "source", "s3://bucket/model")));

    var pinned = pins(model);

    assertThat(pinned.getString("location")).isEqualTo("s3://bucket/model");
    assertThat(pinned.getList("files")).isEmpty();
    assertThat(pinned.getString("pinned_at")).isNull();
    given()
        .queryParams("name", model, "version", "2")
        .get("/api/v1/model-versions/files")
        .then()
        .statusCode(404);
    given()
        .queryParams("name", model, "version", "one")
        .get("/api/v1/model-versions/files")
        .then()
        .statusCode(400);
  }

  /** Either the change came first and is what is pinned, or it is refused. */
  @Test
  void registrationAndChangesComeInTurn() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 30; round++) {
        uploadAModel();
        var model = newModel();
        var start = new CyclicBarrier(3);
        List<Future<Response>> answers =
            List.of(
                threads.submit(() -> after(start, () -> create(model))),
                threads.submit(() -> after(start, () -> put("trees.bin", "other"))),
                threads.submit(() -> after(start, () -> given().delete(PROXY + folder + "/data"))));
        for (var answer : answers) {
          assertThat(answer.get().statusCode()).isIn(200, 409);
        }
        if (answers.getFirst().get().statusCode() == 200) {
          var pinned = pins(model);
          var paths = pinned.getList("files.path", String.class);
          var hashes = pinned.getList("files.sha256", String.class);
          for (int i = 0; i < paths.size(); i++) {
            assertThat(sha256(Files.readString(onDisk(paths.get(i))))).isEqualTo(hashes.get(i));
          }
        }
      }
    }
  }

  @Test
  void tellsEveryWriteAndDeletion() throws Exception {
    put("trees.bin", "trees").then().statusCode(200);
    put("trees.bin", "other").then().statusCode(200);
    given().delete(PROXY + folder + "/trees.bin").then().statusCode(200);
    given().delete(PROXY + folder + "/trees.bin").then().statusCode(200);

    var trail = ok(given().queryParam("path", folder + "/trees.bin").get("/api/v1/audit"));

    assertThat(trail.getList("entries.action"))
        .containsExactly("ARTIFACT_DELETED", "ARTIFACT_WRITTEN", "ARTIFACT_WRITTEN");
    assertThat(trail.getList("entries.before"))
        .containsExactly(sha256("other"), sha256("trees"), null);
    assertThat(trail.getList("entries.after"))
        .containsExactly(null, sha256("other"), sha256("trees"));
    assertThat(trail.getList("entries.run_id")).containsOnly(run);
  }

  @Test
  void tellsThatARunIsReopened() {
    ok(post("runs/update", Map.of("run_id", run, "status", "FINISHED")));
    ok(post("runs/update", Map.of("run_id", run, "status", "RUNNING")));

    var trail =
        ok(given().queryParams("run_id", run, "action", "RUN_REOPENED").get("/api/v1/audit"));

    assertThat(trail.getList("entries.before")).containsExactly("FINISHED");
    assertThat(trail.getList("entries.after")).containsExactly("RUNNING");
  }

  @Test
  void verificationNamesWhatDiffers() throws Exception {
    register();
    write("trees.bin", "treeS");
    Files.delete(onDisk("data/weights.bin"));
    write("stray.bin", "stray");
    Files.setLastModifiedTime(onDisk("stray.bin"), FileTime.from(Instant.EPOCH));
    write("young.bin", "may be an upload");

    var lines = verify();

    assertThat(lines)
        .contains(
            "'%s/trees.bin' has SHA-256 %s instead of %s"
                .formatted(folder, sha256("treeS"), sha256("trees")),
            "'%s/data/weights.bin' is missing".formatted(folder),
            "'%s/stray.bin' was not written by the registry".formatted(folder))
        .noneMatch(line -> line.contains(folder + "/young.bin"));
    assertThat(lines.getLast())
        .matches("verified \\d+ files, \\d+ bytes: %d differ".formatted(lines.size() - 1));
  }

  @Test
  void verificationFindsChangedHashesOfADatabaseToo() {
    register();
    database.update(
        "update artifact_file set sha256 = ? where path = ?",
        "0".repeat(64),
        folder + "/trees.bin");

    assertThat(verify())
        .anyMatch(line -> line.startsWith("'%s/trees.bin' has SHA-256".formatted(folder)));
  }

  private static List<String> verify() {
    return given()
        .get("/api/v1/artifacts/verification")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }

  private static Response after(CyclicBarrier start, Callable<Response> call) throws Exception {
    start.await();
    return call.call();
  }

  private void forgetPins(String model) {
    database.update(
        """
        delete from model_version_file where model_version in (
          select v.id from model_version v join registered_model m on m.id = v.model
          where m.name = ?)
        """,
        model);
    database.update(
        """
        update model_version set pinned_at = null
        where model = (select id from registered_model where name = ?)
        """,
        model);
  }

  private String register() {
    var model = newModel();
    ok(create(model));
    return model;
  }

  private Response create(String model) {
    return post("model-versions/create", Map.of("name", model, "source", source));
  }

  private static JsonPath pins(String model) {
    return ok(
        given().queryParams("name", model, "version", "1").get("/api/v1/model-versions/files"));
  }

  private Response put(String path, String text) {
    return given()
        .contentType("application/octet-stream")
        .body(text.getBytes())
        .put(PROXY + folder + "/" + path);
  }

  private Path onDisk(String path) {
    return config.root().resolve(folder).resolve(path);
  }

  /** Past the server. */
  private void write(String path, String text) throws IOException {
    Files.writeString(onDisk(path), text);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
  }
}
