package io.drivetrain.registry.trace;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.drivetrain.registry.RegistryTest;
import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces as MLflow's Python client starts, searches, tags and deletes them. */
@RegistryTest
class TraceTest {
  private static final String TRACES = "/api/3.0/mlflow/traces";

  @Inject TraceSweep sweep;
  @Inject ArtifactDisposal disposal;
  @Inject Clock clock;

  @Test
  void keepsWhatAClientTellsOfATrace() {
    var experiment = newExperiment();
    var id = newId();
    var info = info(id, experiment, 1000, "OK");
    info.put("execution_duration", "0.341s");
    info.put("client_request_id", "mine");
    info.put("request_preview", "{\"x\": 1}");
    info.put("trace_metadata", Map.of("mlflow.trace.sizeStats", "{}", "camelCase", "kept"));
    info.put("tags", Map.of("mlflow.traceName", "f"));

    var started = ok(post("", Map.of("trace", Map.of("trace_info", info))));
    var found = ok(given().get("/ajax-api/3.0/mlflow/traces/" + id));

    var location = "mlflow-artifacts:/" + experiment + "/traces/" + id + "/artifacts";
    var expected = new HashMap<>(info);
    expected.put(
        "trace_metadata",
        Map.of(
            "mlflow.trace.sizeStats",
            "{}",
            "camelCase",
            "kept",
            "mlflow.trace.infoFinalized",
            "true"));
    expected.put("tags", Map.of("mlflow.traceName", "f", "mlflow.artifactLocation", location));
    assertThat(started.getMap("trace.trace_info")).isEqualTo(expected);
    assertThat(found.getMap("trace.trace_info")).isEqualTo(expected);
  }

  @Test
  void findsTracesByStateNameTagsMetadataAndTime() {
    var experiment = newExperiment();
    var first = start(experiment, 1000, "OK", Map.of("mlflow.traceName", "one", "env", "prod"));
    var second = start(experiment, 2000, "OK", Map.of("mlflow.traceName", "two"));
    var third = start(experiment, 3000, "ERROR", Map.of("mlflow.traceName", "two"));

    assertThat(search(experiment, Map.of())).containsExactly(third, second, first);
    assertThat(
            search(
                experiment,
                Map.of("filter", "status = 'OK'", "order_by", List.of("timestamp ASC"))))
        .containsExactly(first, second);
    assertThat(search(experiment, Map.of("filter", "trace.name = 'two'")))
        .containsExactly(third, second);
    assertThat(search(experiment, Map.of("filter", "tags.env = 'prod'"))).containsExactly(first);
    assertThat(search(experiment, Map.of("filter", "metadata.`mlflow.user` = 'ann'")))
        .containsExactly(third, second, first);
    assertThat(
            search(
                experiment,
                Map.of("filter", "attributes.timestamp_ms > 1000 AND state != 'ERROR'")))
        .containsExactly(second);
    assertThat(search(experiment, Map.of("filter", "execution_time_ms >= 2")))
        .containsExactly(third, second, first);
  }

  @Test
  void pagesThroughTraces() {
    var experiment = newExperiment();
    var old = start(experiment, 1000, "OK", Map.of());
    start(experiment, 2000, "OK", Map.of());
    start(experiment, 3000, "OK", Map.of());
    var body = new HashMap<String, Object>(locations(experiment));
    body.put("max_results", 2);

    var first = ok(post("/search", body));
    body.put("page_token", first.getString("next_page_token"));
    var second = ok(post("/search", body));

    assertThat(first.getList("traces")).hasSize(2);
    assertThat(second.getList("traces.trace_id")).containsExactly(old);
    assertThat(second.getString("next_page_token")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/3.0/mlflow/traces/", "/api/2.0/mlflow/traces/"})
  void setsAndDeletesTags(String traces) {
    var id = start("0", 1000, "OK", Map.of("tag1", "red", "tag2", "blue"));

    assertThat(
            json(Map.of("key", "tag1", "value", "green")).patch(traces + id + "/tags").asString())
        .isEqualTo("{}");
    assertThat(json(Map.of("key", "tag2")).delete(traces + id + "/tags").asString())
        .isEqualTo("{}");

    assertThat(ok(given().get(TRACES + "/" + id)).getMap("trace.trace_info.tags"))
        .containsEntry("tag1", "green")
        .doesNotContainKey("tag2");
    refused(
        json(Map.of("key", "tag2")).delete(traces + id + "/tags"), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  @Test
  void findsTracesOfARun() {
    var experiment = newExperiment();
    var run = newRun(experiment);
    var linked = start(experiment, 1000, "OK", Map.of());
    start(experiment, 2000, "OK", Map.of());
    var made = newId();
    var info = info(made, experiment, 3000, "OK");
    info.put("trace_metadata", Map.of("mlflow.sourceRun", run));
    ok(post("", Map.of("trace", Map.of("trace_info", info))));

    ok(
        json(Map.of("trace_ids", List.of(linked, "tr-none"), "run_id", run))
            .post("/api/2.0/mlflow/traces/link-to-run"));

    assertThat(search(experiment, Map.of("filter", "attribute.run_id = '" + run + "'")))
        .containsExactly(made, linked);
  }

  @Test
  void deletesTracesByTimeAndById() {
    var experiment = newExperiment();
    var oldest = start(experiment, 1000, "OK", Map.of());
    var older = start(experiment, 2000, "OK", Map.of());
    var young = start(experiment, 3000, "OK", Map.of());
    var other = start("0", 1000, "OK", Map.of());

    assertThat(
            delete(
                Map.of("experiment_id", experiment, "max_timestamp_millis", 2000, "max_traces", 1)))
        .isEqualTo(1);
    assertThat(search(experiment, Map.of())).containsExactly(young, older);
    assertThat(
            delete(
                Map.of(
                    "experiment_id", experiment, "max_timestamp_millis", 1_000_000_000_000_000L)))
        .isEqualTo(2);
    assertThat(search(experiment, Map.of())).isEmpty();
    assertThat(delete(Map.of("experiment_id", "0", "request_ids", List.of(other, oldest))))
        .isEqualTo(1);
    refused(given().get(TRACES + "/" + other), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(post("/delete-traces", Map.of("experiment_id", "0")), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void deletesTheFilesOfATrace() {
    var experiment = newExperiment();
    var id = start(experiment, 1000, "OK", Map.of());
    var file =
        "/api/2.0/mlflow-artifacts/artifacts/"
            + experiment
            + "/traces/"
            + id
            + "/artifacts/traces.json";
    given().body("{\"spans\":[]}".getBytes()).put(file).then().statusCode(200);

    delete(Map.of("experiment_id", experiment, "trace_ids", List.of(id)));
    disposal.sweep();

    given().get(file).then().statusCode(404);
  }

  @Test
  void takesSpansOfOpenTelemetry() {
    var experiment = newExperiment();
    var traceId = "0123456789abcdef0123456789abcdef";
    var id = "tr-" + traceId;
    var child = span(traceId, "0000000000000002", "0000000000000001", 5, 6, "I like it");
    var root = span(traceId, "0000000000000001", "", 2, 9, "value1");
    refused(given().get(TRACES + "/" + id), 404, "RESOURCE_DOES_NOT_EXIST");

    var begun = export(experiment, child);
    var inProgress = ok(given().get(TRACES + "/" + id)).<String, Object>getMap("trace.trace_info");
    export(experiment, root).then().statusCode(200);

    begun.then().statusCode(200).contentType("application/x-protobuf");
    assertThat(begun.asByteArray()).isEmpty();
    assertThat(inProgress)
        .containsEntry("state", "IN_PROGRESS")
        .doesNotContainKey("execution_duration");
    var trace = ok(given().queryParam("trace_id", id).get(TRACES + "/get"));
    assertThat(trace.getString("trace.trace_info.state")).isEqualTo("ERROR");
    assertThat(trace.getString("trace.trace_info.execution_duration")).isEqualTo("7s");
    assertThat(trace.getString("trace.trace_info.request_time")).isEqualTo("1970-01-01T00:00:02Z");
    assertThat(trace.getString("trace.trace_info.tags.'mlflow.traceName'"))
        .isEqualTo("span value1");
    assertThat(trace.getList("trace.spans.name")).containsExactly("span value1", "span I like it");
    assertThat(trace.getList("trace.spans[0].attributes"))
        .containsExactly(Map.of("key", "fruit", "value", Map.of("string_value", "value1")));
    assertThat(search(experiment, Map.of("filter", "trace.text LIKE '%I like it%'")))
        .containsExactly(id);
    assertThat(search(experiment, Map.of("filter", "trace.text LIKE '%nothing%'"))).isEmpty();
    assertThat(
            ok(given().queryParam("trace_ids", id).get(TRACES + "/batchGet"))
                .getList("traces[0].spans"))
        .hasSize(2);
  }

  @Test
  void believesTheClientMoreThanItsSpans() {
    var experiment = newExperiment();
    var traceId = newId().substring(3);
    ok(
        post(
            "",
            Map.of("trace", Map.of("trace_info", info("tr-" + traceId, experiment, 5000, "OK")))));

    export(experiment, span(traceId, "0000000000000001", "", 2, 9, "late"));

    var info = ok(given().get(TRACES + "/tr-" + traceId));
    assertThat(info.getString("trace.trace_info.state")).isEqualTo("OK");
    assertThat(info.getString("trace.trace_info.request_time")).isEqualTo("1970-01-01T00:00:05Z");
  }

  @Test
  void forgetsOldTraces() {
    var experiment = newExperiment();
    var id = start(experiment, 1000, "OK", Map.of());

    sweep.deleteOlderThan(clock.instant().minus(Duration.ofDays(1)));
    assertThat(search(experiment, Map.of())).containsExactly(id);
    sweep.deleteOlderThan(clock.instant().plusSeconds(1));

    assertThat(search(experiment, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 'trace'",
        "{\"trace\":{}} | 'trace.trace_info'",
        "{\"trace\":{\"trace_info\":{}}} | 'trace.trace_info.trace_id'",
        "{\"trace\":{\"trace_info\":{\"trace_id\":\"a\",\"trace_location\":{\"mlflow_experiment\":{\"experiment_id\":\"0\"}},\"request_time\":\"noon\"}}} | request_time",
        "{\"trace\":{\"trace_info\":{\"trace_id\":\"a\",\"trace_location\":{\"mlflow_experiment\":{\"experiment_id\":\"0\"}},\"request_time\":\"2026-11-20T23:13:24Z\",\"execution_duration\":\"long\"}}} | execution_duration",
        "{\"trace\":{\"trace_info\":{\"trace_id\":\"a\",\"trace_location\":{\"mlflow_experiment\":{\"experiment_id\":\"0\"}},\"request_time\":\"2026-11-20T23:13:24Z\",\"tags\":[1]}}} | 'trace.trace_info.tags'"
      })
  void refusesWhatIsNoTrace(String body, String about) {
    var answer = json(body).post(TRACES);

    refused(answer, 400, "INVALID_PARAMETER_VALUE");
    assertThat(answer.jsonPath().getString("message")).contains(about);
  }

  @Test
  void refusesSpansThatItCannotRead() {
    var protobuf = "application/x-protobuf";

    refused(
        given()
            .contentType(protobuf)
            .header("x-mlflow-experiment-id", "0")
            .body(new byte[] {7, 7})
            .post("/v1/traces"),
        400,
        "INVALID_PARAMETER_VALUE");
    refused(
        given().contentType(protobuf).body(new byte[0]).post("/v1/traces"),
        400,
        "INVALID_PARAMETER_VALUE");
    refused(
        json("{}").header("x-mlflow-experiment-id", "0").post("/v1/traces"),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  private static Response export(String experiment, Span span) {
    var export =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
            .build()
            .toByteArray();
    var request =
        given().contentType("application/x-protobuf").header("x-mlflow-experiment-id", experiment);
    return request.body(export).post("/v1/traces");
  }

  private static Span span(
      String traceId, String id, String parent, long startSeconds, long endSeconds, String value) {
    return Span.newBuilder()
        .setTraceId(bytes(traceId))
        .setSpanId(bytes(id))
        .setParentSpanId(bytes(parent))
        .setName("span " + value)
        .setStartTimeUnixNano(startSeconds * 1_000_000_000)
        .setEndTimeUnixNano(endSeconds * 1_000_000_000)
        .setStatus(Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR))
        .addAttributes(
            KeyValue.newBuilder()
                .setKey("fruit")
                .setValue(AnyValue.newBuilder().setStringValue(value)))
        .build();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private static String newId() {
    return "tr-" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Map<String, Object> info(String id, String experiment, long millis, String state) {
    var info = new HashMap<String, Object>();
    info.put("trace_id", id);
    info.put(
        "trace_location",
        Map.of(
            "type", "MLFLOW_EXPERIMENT", "mlflow_experiment", Map.of("experiment_id", experiment)));
    info.put("request_time", TraceTime.timestamp(millis));
    info.put("state", state);
    return info;
  }

  private static String start(
      String experiment, long millis, String state, Map<String, String> tags) {
    var info = info(newId(), experiment, millis, state);
    info.put("execution_duration", "0.002s");
    info.put("trace_metadata", Map.of("mlflow.user", "ann"));
    info.put("tags", tags);
    return ok(post("", Map.of("trace", Map.of("trace_info", info))))
        .getString("trace.trace_info.trace_id");
  }

  private static List<String> search(String experiment, Map<String, ?> query) {
    var body = new HashMap<String, Object>(query);
    body.putAll(locations(experiment));
    var found = ok(post("/search", body)).getList("traces.trace_id", String.class);
    return found == null ? List.of() : found;
  }

  private static Map<String, ?> locations(String experiment) {
    return Map.of(
        "locations",
        List.of(
            Map.of(
                "type",
                "MLFLOW_EXPERIMENT",
                "mlflow_experiment",
                Map.of("experiment_id", experiment))));
  }

  private static int delete(Map<String, ?> body) {
    return ok(json(body).post("/api/2.0/mlflow/traces/delete-traces")).getInt("traces_deleted");
  }

  private static Response post(String endpoint, Object body) {
    return json(body).post(TRACES + endpoint);
  }

  private static RequestSpecification json(Object body) {
    return given().contentType("application/json").body(body);
  }
}
