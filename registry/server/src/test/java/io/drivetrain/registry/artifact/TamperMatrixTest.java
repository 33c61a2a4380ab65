package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that changes artifacts, against files of every kind of owner. */
@RegistryTest
class TamperMatrixTest {
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final String PARTS = "/api/2.0/mlflow-artifacts/mpu/";

  /** Who owns the file. */
  enum Owner {
    REGISTERED_VERSION(false),
    REGISTERED_VERSION_OF_A_REOPENED_RUN(false),
    VERSION_IN_THE_TRASH(false),
    VERSION_UNDER_ANOTHER_HOST_NAME(false),
    FINISHED_RUN(false),
    REOPENED_RUN(true),
    RUNNING_RUN(true),
    NOBODY(true);

    private final boolean changes;

    Owner(boolean changes) {
      this.changes = changes;
    }
  }

  /** How it is attacked. */
  enum Attack {
    PUT,
    PUT_OF_THE_SAME_BYTES,
    MULTIPART,
    MULTIPART_WITHOUT_A_FOLDER,
    BROWSER_UPLOAD,
    DELETE_OF_THE_FILE,
    DELETE_OF_ITS_FOLDER,
    DELETE_OF_ALL_FILES_OF_THE_RUN,
    DELETE_OF_EVERYTHING_ABOVE
  }

  /** A file with its run, which is none for nobody's. */
  private record Target(Optional<String> run, String folder) {
    String file() {
      return folder + "/trees.bin";
    }
  }

  static Stream<Arguments> everyCase() {
    return Arrays.stream(Owner.values())
        .flatMap(
            owner -> Arrays.stream(Attack.values()).map(attack -> Arguments.of(owner, attack)));
  }

  @ParameterizedTest
  @MethodSource("everyCase")
  void changesOnlyWhatMayChange(Owner owner, Attack attack) {
    for (var api : List.of("/api/", "/ajax-api/")) {
      var target = target(owner);

      for (var answer : attack(target, attack, api)) {
        if (isRefused(owner, attack)) {
          refused(answer, 409, "RESOURCE_CONFLICT");
        } else {
          assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        }
      }

      var expected = owner.changes ? after(owner, attack) : Optional.of("trees");
      assertThat(content(target.file())).isEqualTo(expected);
    }
  }

  /** A route that is new fails this test until the attacks have it. */
  @Test
  void attacksHaveEveryRouteThatChangesArtifacts() {
    Map<String, Map<String, ?>> paths =
        given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
    Set<String> changing = new TreeSet<>();
    paths.forEach((path, operations) -> {
      if (path.contains("artifact")) {
        for (var method : List.of("put", "post", "delete", "patch")) {
          if (operations.containsKey(method)) {
            changing.add(method.toUpperCase() + " " + path.replaceFirst("^/ajax-api/", "/api/"));
          }
        }
      }
    });

    assertThat(changing)
        .containsExactlyInAnyOrder(
            "PUT " + ARTIFACTS + "{path}",
            "DELETE " + ARTIFACTS + "{path}",
            "POST " + PARTS + "create",
            "POST " + PARTS + "create/{folder}",
            "PUT " + PARTS + "part/{id}/{number}",
            "POST " + PARTS + "complete",
            "POST " + PARTS + "complete/{folder}",
            "POST " + PARTS + "abort",
            "POST " + PARTS + "abort/{folder}",
            "POST /api/2.0/mlflow/upload-artifact",
            // These two answer that there are no presigned URLs.
            "POST /api/2.0/mlflow/artifacts/presigned-upload-url",
            "POST /api/2.0/mlflow/artifacts/presigned-download-url");
  }

  private static boolean isRefused(Owner owner, Attack attack) {
    return attack != Attack.PUT_OF_THE_SAME_BYTES
        && attack != Attack.MULTIPART_WITHOUT_A_FOLDER
        && (!owner.changes || attack == Attack.DELETE_OF_EVERYTHING_ABOVE && owner != Owner.NOBODY);
  }

  private static Optional<String> after(Owner owner, Attack attack) {
    return switch (attack) {
      case PUT, MULTIPART -> Optional.of("worse");
      case BROWSER_UPLOAD -> Optional.of(owner == Owner.NOBODY ? "trees" : "worse");
      case PUT_OF_THE_SAME_BYTES, MULTIPART_WITHOUT_A_FOLDER -> Optional.of("trees");
      case DELETE_OF_THE_FILE, DELETE_OF_ITS_FOLDER, DELETE_OF_ALL_FILES_OF_THE_RUN ->
          Optional.empty();
      case DELETE_OF_EVERYTHING_ABOVE ->
          owner == Owner.NOBODY ? Optional.empty() : Optional.of("trees");
    };
  }

  private static List<Response> attack(Target target, Attack attack, String api) {
    var artifacts = ARTIFACTS.replaceFirst("/api/", api);
    return switch (attack) {
      case PUT -> List.of(put(artifacts + target.file(), "worse"));
      case PUT_OF_THE_SAME_BYTES -> List.of(put(artifacts + target.file(), "trees"));
      case MULTIPART -> List.of(inParts(api, "/" + target.folder()));
      case MULTIPART_WITHOUT_A_FOLDER -> List.of(inParts(api, ""));
      case BROWSER_UPLOAD -> target.run().stream().map(run -> browserUpload(api, run)).toList();
      case DELETE_OF_THE_FILE -> List.of(given().delete(artifacts + target.file()));
      case DELETE_OF_ITS_FOLDER -> List.of(given().delete(artifacts + target.folder()));
      case DELETE_OF_ALL_FILES_OF_THE_RUN ->
          List.of(given().delete(artifacts + parent(target.folder())));
      case DELETE_OF_EVERYTHING_ABOVE ->
          above(target).stream().map(path -> given().delete(artifacts + path)).toList();
    };
  }

  private static List<String> above(Target target) {
    var names = parent(parent(target.folder())).split("/");
    return Stream.iterate(names.length, count -> count >= 1, count -> count - 1)
        .map(count -> String.join("/", List.of(names).subList(0, count)))
        .toList();
  }

  private static String parent(String folder) {
    return folder.replaceFirst("/[^/]*$", "");
  }

  private static Response put(String url, String text) {
    return given().contentType("application/octet-stream").body(text.getBytes()).put(url);
  }

  private static Response browserUpload(String api, String run) {
    return given()
        .queryParams("run_uuid", run, "path", "model/trees.bin")
        .contentType("application/octet-stream")
        .body("worse".getBytes())
        .post(api + "2.0/mlflow/upload-artifact");
  }

  private static Response inParts(String api, String folder) {
    var parts = PARTS.replaceFirst("/api/", api);
    var created = ok(json(parts + "create" + folder, Map.of("path", "trees.bin", "num_parts", 1)));
    var url = created.getString("credentials[0].url");
    var id = created.getString("upload_id");
    var part = put(url, "worse");
    var sent = Map.of("part_number", 1, "etag", part.header("ETag"), "url", url);
    var answer =
        json(
            parts + "complete" + folder,
            Map.of("path", "trees.bin", "upload_id", id, "parts", List.of(sent)));
    json(parts + "abort" + folder, Map.of("path", "trees.bin", "upload_id", id));
    return answer;
  }

  private static Response json(String url, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(url);
  }

  private static Target target(Owner owner) {
    if (owner == Owner.NOBODY) {
      var target = new Target(Optional.empty(), Mlflow.unique("nobody") + "/a/model");
      put(ARTIFACTS + target.file(), "trees").then().statusCode(200);
      return target;
    }
    var run = Mlflow.newRun(Mlflow.newExperiment());
    var uri = Mlflow.run(run).getString("run.info.artifact_uri") + "/model";
    var target = new Target(Optional.of(run), uri.replaceFirst("^mlflow-artifacts:/+", ""));
    put(ARTIFACTS + target.file(), "trees").then().statusCode(200);
    switch (owner) {
      case REGISTERED_VERSION -> register(uri);
      case REGISTERED_VERSION_OF_A_REOPENED_RUN -> {
        register(uri);
        become(run, "FINISHED");
        become(run, "RUNNING");
      }
      case VERSION_IN_THE_TRASH ->
          ok(Mlflow.delete("model-versions/delete", Map.of("name", register(uri), "version", "1")));
      case VERSION_UNDER_ANOTHER_HOST_NAME ->
          register(uri.replaceFirst("^mlflow-artifacts:/+", "mlflow-artifacts://models.lan:5000/"));
      case FINISHED_RUN -> become(run, "FINISHED");
      case REOPENED_RUN -> {
        become(run, "FINISHED");
        become(run, "RUNNING");
      }
      case RUNNING_RUN, NOBODY -> {}
    }
    return target;
  }

  private static void become(String run, String status) {
    ok(post("runs/update", Map.of("run_id", run, "status", status)));
  }

  private static String register(String source) {
    var model = Mlflow.newModel();
    ok(post("model-versions/create", Map.of("name", model, "source", source)));
    return model;
  }

  private static Optional<String> content(String file) {
    var answer = given().get(ARTIFACTS + file);
    return answer.statusCode() == 200 ? Optional.of(answer.asString()) : Optional.empty();
  }
}
