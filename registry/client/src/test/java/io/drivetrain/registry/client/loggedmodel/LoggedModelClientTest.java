package io.drivetrain.registry.client.loggedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.tracking.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answers are those of a real MLflow 3.11 server, shortened; the metric is added. */
class LoggedModelClientTest {
  private static final String API = "/api/2.0/mlflow/logged-models";
  private static final String MODEL =
      """
      {"info":{"model_id":"m-f8146aa9","experiment_id":"1","name":"model",
        "creation_timestamp_ms":1795216396145,"last_updated_timestamp_ms":"1795216397231",
        "artifact_uri":"mlflow-artifacts:/1/models/m-f8146aa9/artifacts",
        "status":"LOGGED_MODEL_PENDING","model_type":"","source_run_id":"9e9b6fe6",
        "tags":[{"key":"mlflow.user","value":"ana"}]},
       "data":{"params":[{"key":"a","value":"1"}],
        "metrics":[{"key":"rmse","value":0.5,"timestamp":1795216396200,"step":3,
          "dataset_name":"ds1","dataset_digest":"b2892d90","model_id":"m-f8146aa9",
          "run_id":"9e9b6fe6"}]}}
      """;
  private static final LoggedModel EXPECTED =
      new LoggedModel(
          "m-f8146aa9",
          "1",
          "model",
          LoggedModelStatus.PENDING,
          "mlflow-artifacts:/1/models/m-f8146aa9/artifacts",
          "",
          "9e9b6fe6",
          Instant.ofEpochMilli(1795216396145L),
          Instant.ofEpochMilli(1795216397231L),
          Map.of("a", "1"),
          List.of(
              new LoggedModelMetric(
                  new Metric("rmse", 0.5, Instant.ofEpochMilli(1795216396200L), 3),
                  "9e9b6fe6",
                  "ds1",
                  "b2892d90")),
          Map.of("mlflow.user", "ana"));

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  private final LoggedModelClient models = client.loggedModels();

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void createsAModel() {
    registry.on("POST " + API, found(MODEL));

    LoggedModel model =
        models.create(
            new NewLoggedModel(
                "1", "model", "", "9e9b6fe6", Map.of("a", "1"), Map.of("mlflow.user", "ana")));

    assertThat(model).isEqualTo(EXPECTED);
    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"experiment_id\":\"1\",\"name\":\"model\",\"model_type\":\"\","
                + "\"source_run_id\":\"9e9b6fe6\",\"params\":[{\"key\":\"a\",\"value\":\"1\"}],"
                + "\"tags\":[{\"key\":\"mlflow.user\",\"value\":\"ana\"}]}");
  }

  @Test
  void doesNotCreateASecondModelWhenTheAnswerIsLost() {
    registry.on("POST " + API, HttpDouble.brokenOff(), found(MODEL));

    assertThatThrownBy(
            () -> models.create(new NewLoggedModel("1", "model", "", "", Map.of(), Map.of())))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            failure -> assertThat(failure.errorCode()).isEqualTo(ErrorCode.UNREACHABLE));
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void readsAModel() {
    registry.on("GET " + API + "/m-f8146aa9", found(MODEL));

    assertThat(models.model("m-f8146aa9")).isEqualTo(EXPECTED);
  }

  @Test
  void saysThatAModelIsMissing() {
    registry.on(
        "GET " + API + "/m-0",
        HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", "Logged model with ID 'm-0' not found."));

    assertThatThrownBy(() -> models.model("m-0"))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            failure ->
                assertThat(failure.errorCode()).isEqualTo(ErrorCode.RESOURCE_DOES_NOT_EXIST));
  }

  @Test
  void refusesAStatusThatTheProtocolDoesNotKnow() {
    registry.on("GET " + API + "/m-1", found(MODEL.replace("MODEL_PENDING", "MODEL_LOST")));

    assertThatThrownBy(() -> models.model("m-1"))
        .isInstanceOf(RegistryClientException.class)
        .hasMessageContaining("cannot read field 'status'");
  }

  @Test
  void finishesAModel() {
    registry.on(
        "PATCH " + API + "/m-f8146aa9", found(MODEL.replace("MODEL_PENDING", "MODEL_READY")));

    LoggedModel finished = models.finish("m-f8146aa9", LoggedModelStatus.READY);

    assertThat(finished.status()).isEqualTo(LoggedModelStatus.READY);
    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo("{\"model_id\":\"m-f8146aa9\",\"status\":\"LOGGED_MODEL_READY\"}");
  }

  @Test
  void searchesModelsPageByPage() {
    registry.on(
        "POST " + API + "/search",
        HttpDouble.json("{\"models\":[" + MODEL + "],\"next_page_token\":\"t1\"}"),
        HttpDouble.json("{}"));

    Page<LoggedModel> first =
        models.search(
            List.of("1"),
            "metrics.rmse < 2",
            List.of(new MeasuredOn("ds1", "b2892d90"), new MeasuredOn("ds2", "")),
            1,
            List.of(
                LoggedModelOrder.ascending("metrics.rmse").on(new MeasuredOn("ds1", "")),
                LoggedModelOrder.descending("name")),
            "");
    Page<LoggedModel> second = models.search(List.of("1"), "", List.of(), 1, List.of(), "t1");

    assertThat(first).isEqualTo(new Page<>(List.of(EXPECTED), Optional.of("t1")));
    assertThat(second).isEqualTo(new Page<>(List.of(), Optional.empty()));
    assertThat(registry.requests())
        .extracting(request -> request.json().toString())
        .containsExactly(
            "{\"filter\":\"metrics.rmse < 2\",\"max_results\":1,\"experiment_ids\":[\"1\"],"
                + "\"datasets\":[{\"dataset_name\":\"ds1\",\"dataset_digest\":\"b2892d90\"},"
                + "{\"dataset_name\":\"ds2\"}],"
                + "\"order_by\":[{\"field_name\":\"metrics.rmse\",\"ascending\":true,"
                + "\"dataset_name\":\"ds1\"},{\"field_name\":\"name\",\"ascending\":false}]}",
            "{\"filter\":\"\",\"max_results\":1,\"experiment_ids\":[\"1\"],"
                + "\"datasets\":[],\"order_by\":[],\"page_token\":\"t1\"}");
  }

  @Test
  void changesAModel() {
    registry.onPrefix("P", request -> HttpDouble.json("{}"));
    registry.onPrefix("DELETE ", request -> HttpDouble.json("{}"));

    models.logParams("m-1", Map.of("depth", "6"));
    models.setTags("m-1", Map.of("team", "blue"));
    models.deleteTag("m-1", "a b/c");
    models.delete("m-1");

    assertThat(registry.requests())
        .extracting(request -> request.call() + " " + request.json())
        .containsExactly(
            "POST "
                + API
                + "/m-1/params {\"model_id\":\"m-1\","
                + "\"params\":[{\"key\":\"depth\",\"value\":\"6\"}]}",
            "PATCH "
                + API
                + "/m-1/tags {\"model_id\":\"m-1\","
                + "\"tags\":[{\"key\":\"team\",\"value\":\"blue\"}]}",
            "DELETE " + API + "/m-1/tags/a%20b%2Fc {\"model_id\":\"m-1\",\"tag_key\":\"a b/c\"}",
            "DELETE " + API + "/m-1 {\"model_id\":\"m-1\"}");
  }

  private static HttpDouble.Answer found(String model) {
    return HttpDouble.json("{\"model\":" + model + "}");
  }
}
