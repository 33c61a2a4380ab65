package io.drivetrain.registry.protocol;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What MLflow refuses is refused here with the same status, code and sentence. */
@RegistryTest
class RefusalTest {
  private static final Map<String, String> NAMES = new HashMap<>();

  /** A line of {@code mlflow-refusals.txt}. */
  record Refused(Refusal refusal, String method, String path, String body, String message) {
    static Refused read(String line) {
      var parts = Arrays.stream(line.split(" \\|", 4)).map(String::strip).toList();
      var request = parts.get(1).split(" ", 2);
      return new Refused(
          Refusal.valueOf(parts.get(0)), request[0], request[1], parts.get(2), parts.get(3));
    }

    @Override
    public String toString() {
      return refusal + " " + method + " " + path + " " + body;
    }
  }

  static List<Refused> refusals() throws IOException {
    try (var lines = RefusalTest.class.getResourceAsStream("/mlflow-refusals.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Refused::read)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesInMlflowsWords(Refused refused) {
    var answer = send(refused);

    assertThat(answer.statusCode())
        .as(answer.asString())
        .isEqualTo(refused.refusal().code().status());
    assertThat(answer.contentType()).startsWith("application/json");
    var error = answer.jsonPath().<String, String>getMap("");
    assertThat(error.keySet()).isEqualTo(Set.of("error_code", "message"));
    assertThat(error.get("error_code")).isEqualTo(refused.refusal().code().name());
    var expected = filled(refused.message());
    if (expected.startsWith("=")) {
      assertThat(error.get("message")).isEqualTo(expected.substring(1));
    } else {
      assertThat(error.get("message")).startsWith(expected);
    }
  }

  @Test
  void hasARequestForEachSentence() throws IOException {
    assertThat(refusals().stream().map(Refused::refusal).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Refusal.values());
  }

  private static Response send(Refused refused) {
    var path = filled(refused.path());
    var request = given().urlEncodingEnabled(false);
    var body = filled(refused.body());
    if (!refused.method().equals("GET")) {
      request = request.contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
    }
    return request.request(
        refused.method(), path.startsWith("/") ? path : "/api/2.0/mlflow/" + path);
  }

  private static String filled(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    for (var name : names().entrySet()) {
      text = text.replace("{" + name.getKey() + "}", name.getValue());
    }
    return text;
  }

  private static Map<String, String> names() {
    if (NAMES.isEmpty()) {
      var logged = List.of(tag("logged", "1"));
      NAMES.put("run", newRun());
      ok(post("runs/log-batch", Map.of("run_id", NAMES.get("run"), "params", logged)));
      NAMES.put("deleted", newRun());
      ok(post("runs/delete", Map.of("run_id", NAMES.get("deleted"))));
      NAMES.put("experiment", newExperiment());
      NAMES.put("model", newModel());
      newVersion(NAMES.get("model"));
      NAMES.put(
          "logged",
          ok(post("logged-models", Map.of("experiment_id", "0", "params", logged)))
              .getString("model.info.model_id"));
      List.of(251, 501, 2048, 10_485_761)
          .forEach(length -> NAMES.put(String.valueOf(length), "x".repeat(length)));
      NAMES.put("101 run_id", many(101, "&", "run_id=%d"));
      NAMES.put("101 run_ids", many(101, "&", "run_ids=%d"));
      NAMES.put("21 ids", many(21, ",", "\"%d\""));
      NAMES.put("101 pairs", many(101, ",", "{\"key\":\"k%d\",\"value\":\"v\"}"));
    }
    return NAMES;
  }

  private static String many(int count, String separator, String form) {
    return IntStream.range(0, count)
        .mapToObj(form::formatted)
        .collect(Collectors.joining(separator));
  }
}
