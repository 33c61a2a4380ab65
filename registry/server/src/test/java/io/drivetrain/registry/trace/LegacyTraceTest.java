package io.drivetrain.registry.trace;

import static io.drivetrain.registry.Mlflow.newExperiment;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.Mlflow.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traces as clients before MLflow 3 start and end them. */
@RegistryTest
class LegacyTraceTest {
  private static final String TRACES = "/api/2.0/mlflow/traces";

  @Test
  void beginsATraceAndEndsIt() {
    var experiment = newExperiment();

    var begun = begin(experiment, 1000);
    var id = begun.getString("trace_info.request_id");
    var ended =
        ok(
            json(Map.of(
                    "request_id",
                    id,
                    "timestamp_ms",
                    3000,
                    "status",
                    "OK",
                    "request_metadata",
                    List.of(tag("meta1", "orange"), tag("meta3", "banana")),
                    "tags",
                    List.of(tag("tag1", "soccer"))))
                .patch(TRACES + "/" + id));

    assertThat(begun.<Object>get("trace_info.execution_time_ms")).isNull();
    assertThat(begun.getString("trace_info.status")).isEqualTo("IN_PROGRESS");
    assertThat(begun.getList("trace_info.request_metadata"))
        .containsExactly(tag("meta1", "apple"), tag("meta2", "grape"));
    assertThat(begun.getList("trace_info.tags"))
        .containsExactly(
            tag(
                "mlflow.artifactLocation",
                "mlflow-artifacts:/" + experiment + "/traces/" + id + "/artifacts"),
            tag("tag1", "football"));
    assertThat(ended.getLong("trace_info.timestamp_ms")).isEqualTo(1000);
    assertThat(ended.getLong("trace_info.execution_time_ms")).isEqualTo(2000);
    assertThat(ended.getString("trace_info.status")).isEqualTo("OK");
    assertThat(ended.getList("trace_info.request_metadata"))
        .containsExactly(tag("meta1", "orange"), tag("meta2", "grape"), tag("meta3", "banana"));
    assertThat(ended.getList("trace_info.tags")).contains(tag("tag1", "soccer"));
    assertThat(ok(given().get(TRACES + "/" + id + "/info")).getMap("trace_info"))
        .isEqualTo(ended.getMap("trace_info"));
  }

  @Test
  void findsTracesOfExperimentsInPages() {
    var experiment = newExperiment();
    var older = begin(experiment, 1000).getString("trace_info.request_id");
    var newer = begin(experiment, 2000).getString("trace_info.request_id");

    var first = search(experiment, Map.of("max_results", 1));
    var second =
        search(
            experiment, Map.of("max_results", 1, "page_token", first.getString("next_page_token")));

    assertThat(first.getList("traces.request_id")).containsExactly(newer);
    assertThat(second.getList("traces.request_id")).containsExactly(older);
    assertThat(second.getString("next_page_token")).isNull();
    assertThat(
            search(experiment, Map.of("filter", "timestamp_ms < 2000"))
                .getList("traces.request_id"))
        .containsExactly(older);
  }

  @Test
  void refusesATraceThatIsNotThere() {
    refused(given().get(TRACES + "/none/info"), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(json(Map.of()).patch(TRACES + "/none"), 404, "RESOURCE_DOES_NOT_EXIST");
    refused(json(Map.of()).post(TRACES), 400, "INVALID_PARAMETER_VALUE");
    refused(
        json(Map.of("experiment_id", "987654321")).post(TRACES), 404, "RESOURCE_DOES_NOT_EXIST");
  }

  private static JsonPath begin(String experiment, long millis) {
    return ok(
        json(Map.of(
                "experiment_id",
                experiment,
                "timestamp_ms",
                millis,
                "request_metadata",
                List.of(tag("meta1", "apple"), tag("meta2", "grape")),
                "tags",
                List.of(tag("tag1", "football"))))
            .post(TRACES));
  }

  private static JsonPath search(String experiment, Map<String, ?> more) {
    return ok(given().queryParam("experiment_ids", experiment).queryParams(more).get(TRACES));
  }

  private static RequestSpecification json(Object body) {
    return given().contentType("application/json").body(body);
  }
}
