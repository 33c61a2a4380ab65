package io.drivetrain.registry.protocol;

import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.point;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.run;
import static io.drivetrain.registry.Mlflow.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oddities of MLflow's JSON and HTTP, see its clients. */
@RegistryTest
class WireTest {
  private static final String CREATE = "/api/2.0/mlflow/experiments/create";

  @Test
  void omitsWhatIsUnsetOrAnEmptyListAndKeepsEmptyStrings() {
    var created =
        ok(post("runs/create", Map.of("experiment_id", "0", "run_name", "plain"))).getMap("run");

    assertThat(created.keySet()).isEqualTo(Set.of("info", "data", "inputs"));
    assertThat(created.get("inputs")).isEqualTo(Map.of());
    assertThat(created.get("data"))
        .isEqualTo(Map.of("tags", List.of(Map.of("key", "mlflow.runName", "value", "plain"))));
    assertThat(created.get("info"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .doesNotContainKey("end_time")
        .containsEntry("user_id", "");
  }

  @Test
  void showsInputsAndOutputsOfARunAlsoWhenThereAreNone() {
    assertThat(run(newRun()).getMap("run"))
        .containsEntry("inputs", Map.of())
        .containsEntry("outputs", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "experiments/search, '{\"max_results\":5,\"filter\":\"name = ''nobody''\"}'",
    "runs/search, '{\"experiment_ids\":[]}'",
    "runs/search, '{\"experiment_ids\":[\"987654\"]}'"
  })
  void answersAnEmptyObjectWhenNothingIsFound(String endpoint, String body) {
    assertThat(post(endpoint, body).asString()).isEqualTo("{}");
  }

  @Test
  void writesInt64AsNumbersAndReadsThemAsNumbersOrStrings() {
    var created = post("runs/create", "{\"experiment_id\":\"0\",\"start_time\":\"1795216394075\"}");

    assertThat(created.asString()).contains("\"start_time\":1795216394075");
    ok(
        post(
            "runs/log-metric",
            Map.of(
                "run_id",
                created.jsonPath().getString("run.info.run_id"),
                "key",
                "m",
                "value",
                "1.25",
                "timestamp",
                "7",
                "step",
                "-3")));
    var logged = run(created.jsonPath().getString("run.info.run_id"));
    assertThat(logged.getMap("run.data.metrics[0]"))
        .isEqualTo(Map.of("key", "m", "value", 1.25f, "timestamp", 7, "step", -3));
  }

  @Test
  void writesNanAsAStringAndInfinityAsTheGreatestNumber() {
    var run = newRun();
    var metrics =
        List.of(
            point("nan", "NaN", 1, 0),
            point("inf", "Infinity", 1, 0),
            point("ninf", "-Infinity", 1, 0));

    ok(post("runs/log-batch", Map.of("run_id", run, "metrics", metrics)));

    assertThat(get("runs/get", Map.of("run_id", run)).asString())
        .contains("{\"key\":\"nan\",\"value\":\"NaN\",\"timestamp\":1,\"step\":0}")
        .contains("{\"key\":\"inf\",\"value\":1.7976931348623157E308,")
        .contains("{\"key\":\"ninf\",\"value\":-1.7976931348623157E308,");
  }

  @Test
  void acceptsCamelCaseAndIgnoresUnknownFields() {
    var name = unique("camel");

    ok(
        post(
            "experiments/create",
            Map.of("name", name, "artifactLocation", "s3://bucket/x", "odd", 1)));

    var found = ok(get("experiments/get-by-name", Map.of("experiment_name", name)));
    assertThat(found.getString("experiment.artifact_location")).isEqualTo("s3://bucket/x");
  }

  @Test
  void decodesABodyThatIsAStringOfJson() {
    var name = unique("double");

    ok(post("experiments/create", "\"{\\\"name\\\":\\\"" + name + "\\\"}\""));

    ok(get("experiments/get-by-name", Map.of("experiment_name", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}"})
  void countsNoBodyAsAnEmptyObject(String body) {
    var answer = given().contentType("application/json").body(body).post(CREATE);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith("Missing value for required parameter 'name'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"name\":\"x\"",
        "[]",
        "nonsense",
        "7",
        "\"{\"",
        "\"nonsense\"",
        "\"[]\"",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\"} {}",
        "{\"name\":Nan}"
      })
  void saysThatABodyCannotBeRead(String body) {
    var answer = given().contentType("application/json").body(body).post(CREATE);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .isEqualTo(
            "The request body cannot be read: send one JSON object, such as {\"name\": \"value\"}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN | \"NaN\"",
        "Infinity | 1.7976931348623157E308",
        "-Infinity | -1.7976931348623157E308",
        "1e400 | 1.7976931348623157E308",
        "\"NaN\" | \"NaN\"",
        "\"1.25\" | 1.25",
        "3 | 3.0"
      })
  void readsNumbersAsPythonWritesThem(String written, String stored) {
    var run = newRun();
    var point = "\"key\":\"%s\",\"value\":%s,\"timestamp\":1.65e12,\"step\":2.0";

    ok(
        post(
            "runs/log-metric",
            ("{\"run_id\":\"%s\"," + point + "}").formatted(run, "one", written)));
    ok(
        post(
            "runs/log-batch",
            ("{\"run_id\":\"%s\",\"metrics\":[{" + point + "}]}").formatted(run, "many", written)));

    var metric = "{\"key\":\"%s\",\"value\":%s,\"timestamp\":1650000000000,\"step\":2}";
    assertThat(get("runs/get", Map.of("run_id", run)).asString())
        .contains(metric.formatted("one", stored), metric.formatted("many", stored));
  }

  @Test
  void readsFloatsThatAreWholeAsIntegers() {
    var created = post("runs/create", "{\"experiment_id\":\"0\",\"start_time\":1650000000000.0}");

    assertThat(created.asString()).contains("\"start_time\":1650000000000,");
    assertThat(
            post(
                    "runs/update",
                    "{\"run_id\":\"%s\",\"end_time\":1.650000000001e12}"
                        .formatted(created.jsonPath().getString("run.info.run_id")))
                .asString())
        .contains("\"end_time\":1650000000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[0] | 0", "[0,\"0\"] | 0", "[\"0\",0] | 1", "[\"0\"] | 1"})
  void readsIdsUpToTheFirstThatIsNoString(String ids, int found) {
    newRun();

    var answer =
        ok(post("runs/search", "{\"experiment_ids\":%s,\"max_results\":1}".formatted(ids)));

    assertThat(answer.getList("runs") == null ? 0 : answer.getList("runs").size()).isEqualTo(found);
  }

  @Test
  void refusesAnotherContentType() {
    var answer = given().contentType("text/plain").body("{\"name\":\"x\"}").post(CREATE);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith("Bad Request. Content-Type must be one of");
  }

  @Test
  void acceptsParametersOfTheContentType() {
    given()
        .header("Content-Type", "application/json; charset=utf-8")
        .body("{\"name\":\"" + unique("charset") + "\"}")
        .post(CREATE)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "experiments/create | {\"name\":8} | Invalid value 8 for parameter 'name' supplied",
        "experiments/create | {\"name\":null} | Missing value for required parameter 'name'",
        "experiments/create | {\"name\":\"a\\u0000b\"} | for parameter 'name' supplied",
        "experiments/create | {\"name\":\"a\\ud800\"} | for parameter 'name' supplied",
        "runs/create | {\"experiment_id\":8} | Invalid value 8 for parameter 'experiment_id' supplied",
        "runs/create | {\"experiment_id\":\"x\"} | Invalid experiment id 'x'",
        "runs/create | {\"experiment_id\":\"0\",\"start_time\":1.5} | parameter 'start_time' supplied",
        "runs/create | {\"experiment_id\":\"0\",\"start_time\":true} | parameter 'start_time' supplied",
        "runs/create | {\"experiment_id\":\"0\",\"start_time\":99999999999999999999} | parameter 'start_time'",
        "runs/create | {\"experiment_id\":\"0\",\"tags\":{}} | parameter 'tags' supplied",
        "runs/create | {\"experiment_id\":\"0\",\"tags\":[{}]} | required parameter 'tags[0].key'",
        "runs/create | {\"experiment_id\":\"0\",\"tags\":[null]} | ",
        "runs/log-batch | {\"run_id\":\"x\",\"metrics\":[{\"key\":\"a\",\"value\":1}]} | required parameter 'metrics[0].timestamp'",
        "runs/log-batch | {\"run_id\":\"x\",\"metrics\":[{\"key\":\"a\",\"value\":true,\"timestamp\":1}]} | parameter 'metrics[0].value'",
        "runs/log-metric | {\"run_id\":\"x\",\"key\":\"a\",\"value\":1} | required parameter 'timestamp'",
        "runs/log-metric | {\"key\":\"a\",\"value\":1,\"timestamp\":1} | required parameter 'run_id'"
      })
  void namesTheWrongField(String endpoint, String body, String message) {
    var answer = post(endpoint, body);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).contains(message == null ? "" : message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_id", "run_uuid"})
  void knowsARunByEitherName(String parameter) {
    var run = newRun();

    ok(post("runs/set-tag", Map.of(parameter, run, "key", "k", "value", "v")));

    var found = ok(get("runs/get", Map.of(parameter, run)));
    assertThat(found.getString("run.info.run_id")).isEqualTo(run);
    assertThat(found.getString("run.info.run_uuid")).isEqualTo(run);
  }

  @Test
  void readsEnumsByNameOrNumberAndIgnoresStrangers() {
    var run = newRun();

    var byNumber = ok(post("runs/update", Map.of("run_id", run, "status", 3, "end_time", 5)));
    var unknown = ok(post("runs/update", Map.of("run_id", run, "status", "DANCING")));

    assertThat(byNumber.getString("run_info.status")).isEqualTo("FINISHED");
    assertThat(unknown.getString("run_info.status")).isEqualTo("FINISHED");
  }

  @Test
  void servesEveryEndpointUnderItsTwinPath() {
    given().get("/ajax-api/2.0/mlflow/experiments/get?experiment_id=0").then().statusCode(200);
    given()
        .contentType("application/json")
        .body("{\"experiment_ids\":[\"0\"],\"max_results\":1}")
        .post("/ajax-api/2.0/mlflow/runs/search")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/3.0/mlflow/experiments/get?experiment_id=0",
        "/ajax-api/3.0/mlflow/experiments/get?experiment_id=0",
        "/api/3.0/mlflow-artifacts/artifacts",
        "/api/3.0/mlflow/server-info",
        "/ajax-api/3.0/mlflow/server-info"
      })
  void servesClientsThatAskUnderTheNewerVersion(String path) {
    given().get(path).then().statusCode(200);
  }

  @Test
  void tellsWhichStoreItBehavesLike() {
    assertThat(given().get("/api/3.0/mlflow/server-info").asString())
        .isEqualTo("{\"store_type\":\"SqlStore\",\"workspaces_enabled\":false}");
  }

  @Test
  void takesTheBodyOfADelete() {
    var answer = given().delete("/api/2.0/mlflow/registered-models/delete?name=x");

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message"))
        .startsWith("Missing value for required parameter 'name'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/2.0/mlflow/logged-models/m-1/nothing",
        "/api/3.0/mlflow/scorers/list",
        "/ajax-api/2.0/mlflow/gateway-proxy",
        "/graphql",
        "/api/2.0/mlflow/nothing",
        "/nothing"
      })
  void answersAnUnknownPathWithAnErrorInJson(String path) {
    refused(given().get(path), 404, "ENDPOINT_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/3.0/mlflow/scorers/register, This registry has no scorers.",
    "/ajax-api/3.0/mlflow/gateway/endpoints/create, This registry has no gateway to language models.",
    "/api/3.0/mlflow/traces/tr-1/assessments, This registry keeps no assessments of traces.",
    "/api/3.0/mlflow/workspaces, This registry has no workspaces: one server is one workspace."
  })
  void saysWhichFeatureOfLanguageModelsIsMissing(String path, String words) {
    var answer = given().contentType("application/json").body("{}").post(path);

    refused(answer, 404, "ENDPOINT_NOT_FOUND");
    assertThat(answer.jsonPath().getString("message")).startsWith("No endpoint at").contains(words);
  }

  @Test
  void answersAWrongMethodWithAnErrorInJson() {
    refused(given().get(CREATE), 405, "ENDPOINT_NOT_FOUND");
  }

  @Test
  void refusesABodyBeyondTheLimit() {
    var body = "{\"name\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}";

    refused(post("experiments/create", body), 400, "BAD_REQUEST");
  }

  @Test
  void tellsItsHealthVersionMetricsAndDocumentation() {
    given().get("/health").then().statusCode(200);
    assertThat(given().get("/health").asString()).isEqualTo("OK");
    assertThat(given().get("/version").asString()).isEqualTo("3.11.1");
    assertThat(given().get("/health/ready").jsonPath().getString("status")).isEqualTo("UP");
    assertThat(given().get("/health/live").jsonPath().getString("status")).isEqualTo("UP");
    assertThat(given().get("/metrics").asString()).contains("jvm_memory_used_bytes");
    assertThat(given().get("/openapi").asString()).contains("/api/2.0/mlflow/runs/log-batch");
    assertThat(given().get("/docs/").asString()).contains("Swagger").doesNotContain("https://");
  }
}
