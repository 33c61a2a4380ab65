package io.drivetrain.registry;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks MLflow's protocol to the server under test. */
public final class Mlflow {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private Mlflow() {}

  /** A name that no other test has. */
  public static String unique(String prefix) {
    return prefix + "-" + NAMES.incrementAndGet();
  }

  public static Response post(String endpoint, Object body) {
    return given().contentType("application/json").body(body).post("/api/2.0/mlflow/" + endpoint);
  }

  public static Response patch(String endpoint, Object body) {
    return given().contentType("application/json").body(body).patch("/api/2.0/mlflow/" + endpoint);
  }

  public static Response delete(String endpoint, Object body) {
    return given().contentType("application/json").body(body).delete("/api/2.0/mlflow/" + endpoint);
  }

  public static Response get(String endpoint, Map<String, ?> query) {
    return given().queryParams(query).get("/api/2.0/mlflow/" + endpoint);
  }

  public static JsonPath ok(Response response) {
    return response.then().statusCode(200).contentType("application/json").extract().jsonPath();
  }

  public static void refused(Response response, int status, String code) {
    response.then().statusCode(status).contentType("application/json");
    if (!code.equals(response.jsonPath().getString("error_code"))) {
      throw new AssertionError("Expected " + code + ", got " + response.asString());
    }
  }

  public static String newExperiment() {
    return ok(post("experiments/create", Map.of("name", unique("experiment"))))
        .getString("experiment_id");
  }

  public static String newRun(String experimentId) {
    return ok(post("runs/create", Map.of("experiment_id", experimentId, "start_time", 1000)))
        .getString("run.info.run_id");
  }

  public static String newRun() {
    return newRun("0");
  }

  public static JsonPath run(String runId) {
    return ok(get("runs/get", Map.of("run_id", runId)));
  }

  public static Map<String, Object> point(String key, Object value, long timestamp, long step) {
    return Map.of("key", key, "value", value, "timestamp", timestamp, "step", step);
  }

  public static Map<String, String> tag(String key, String value) {
    return Map.of("key", key, "value", value);
  }

  public static String newModel(Map<String, String> tags) {
    var name = unique("model");
    var list = tags.entrySet().stream().map(t -> tag(t.getKey(), t.getValue())).toList();
    ok(post("registered-models/create", Map.of("name", name, "tags", list)));
    return name;
  }

  public static String newModel() {
    return newModel(Map.of());
  }

  public static String newVersion(String model) {
    return ok(post(
            "model-versions/create",
            Map.of("name", model, "source", "mlflow-artifacts:/0/some/artifacts/model")))
        .getString("model_version.version");
  }

  public static Response moveToStage(String model, String version, String stage) {
    return post(
        "model-versions/transition-stage",
        Map.of(
            "name", model, "version", version, "stage", stage, "archive_existing_versions", false));
  }

  public static List<String> names(JsonPath answer, String path) {
    return answer.getList(path, String.class);
  }
}
