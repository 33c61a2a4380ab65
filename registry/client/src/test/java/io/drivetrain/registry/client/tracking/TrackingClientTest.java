package io.drivetrain.registry.client.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answers are those of a real MLflow 3.11 server, shortened. */
class TrackingClientTest {
  private static final String API = "/api/2.0/mlflow/";
  private static final String EXPERIMENT =
      """
      {"experiment":{"experiment_id":"1","name":"exp1","artifact_location":"mlflow-artifacts:/1",
       "lifecycle_stage":"active","last_update_time":1795216393717,"creation_time":1795216393716}}
      """;
  private static final String RUN =
      """
      {"info":{"run_uuid":"9e9b6fe66a2742f1afaae025d2f0eb30","experiment_id":"1","run_name":"r1",
        "user_id":"ana","status":"FINISHED","start_time":1795216394075,"end_time":"1795216397715",
        "artifact_uri":"mlflow-artifacts:/1/9e9b6fe66a2742f1afaae025d2f0eb30/artifacts",
        "lifecycle_stage":"active","run_id":"9e9b6fe66a2742f1afaae025d2f0eb30"},
       "data":{"metrics":[
          {"key":"loss","value":0.5,"timestamp":1795216394254,"step":1},
          {"key":"acc","value":"0.75","timestamp":"1795216394338","step":"2"},
          {"key":"nan","value":"NaN","timestamp":1795216394338,"step":2},
          {"key":"inf","value":1.7976931348623157e+308,"timestamp":1795216394338}],
        "params":[{"key":"a","value":"1"}],
        "tags":[{"key":"mlflow.runName","value":"r1"}]},
       "inputs":{}}
      """;

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  private final TrackingClient tracking = client.tracking();

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void readsAnExperimentByItsName() {
    registry.on("GET " + API + "experiments/get-by-name", HttpDouble.json(EXPERIMENT));

    assertThat(tracking.experimentByName("exp 1/é"))
        .contains(
            new Experiment(
                "1",
                "exp1",
                "mlflow-artifacts:/1",
                false,
                Instant.ofEpochMilli(1795216393716L),
                Instant.ofEpochMilli(1795216393717L),
                Map.of()));
    assertThat(registry.onlyRequest().call())
        .isEqualTo("GET " + API + "experiments/get-by-name?experiment_name=exp%201%2F%C3%A9");
  }

  @Test
  void findsNoExperimentOfAnUnknownName() {
    registry.on("GET " + API + "experiments/get-by-name", unknownExperiment());

    assertThat(tracking.experimentByName("exp1")).isEmpty();
  }

  @Test
  void createsAnExperimentThatIsNotThere() {
    registry.on(
        "GET " + API + "experiments/get-by-name", unknownExperiment(), HttpDouble.json(EXPERIMENT));
    registry.on("POST " + API + "experiments/create", HttpDouble.json("{\"experiment_id\":\"1\"}"));

    assertThat(tracking.getOrCreateExperiment("exp1").id()).isEqualTo("1");
    assertThat(registry.requests("POST " + API + "experiments/create"))
        .singleElement()
        .satisfies(request -> {
          assertThat(request.contentType()).isEqualTo("application/json");
          assertThat(request.json().toString()).isEqualTo("{\"name\":\"exp1\"}");
        });
  }

  @Test
  void takesTheExperimentThatAnotherClientCreatedFirst() {
    registry.on(
        "GET " + API + "experiments/get-by-name", unknownExperiment(), HttpDouble.json(EXPERIMENT));
    registry.on(
        "POST " + API + "experiments/create",
        HttpDouble.error(400, "RESOURCE_ALREADY_EXISTS", "Experiment(name=exp1) already exists."));

    assertThat(tracking.getOrCreateExperiment("exp1").id()).isEqualTo("1");
  }

  @Test
  void refusesAnExperimentInTheTrash() {
    registry.on(
        "GET " + API + "experiments/get-by-name",
        HttpDouble.json(EXPERIMENT.replace("\"active\"", "\"deleted\"")));

    assertThatThrownBy(() -> tracking.getOrCreateExperiment("exp1"))
        .isInstanceOf(RegistryClientException.class)
        .hasMessage("Experiment 'exp1' (id 1) is deleted. Restore it, or use another name.");
  }

  @Test
  void createsARun() {
    registry.on("POST " + API + "runs/create", HttpDouble.json("{\"run\":" + RUN + "}"));

    Run run =
        tracking.createRun(
            "1", "r1", Instant.ofEpochMilli(1795216394075L), Map.of("mlflow.user", "ana"));

    assertThat(run.id()).isEqualTo("9e9b6fe66a2742f1afaae025d2f0eb30");
    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo(
            "{\"experiment_id\":\"1\",\"run_name\":\"r1\",\"start_time\":1795216394075,"
                + "\"tags\":[{\"key\":\"mlflow.user\",\"value\":\"ana\"}]}");
  }

  @Test
  void readsNumbersThatAreStringsAndNumbersThatAreNotFinite() {
    registry.on("GET " + API + "runs/get", HttpDouble.json("{\"run\":" + RUN + "}"));

    Run run = tracking.run("9e9b6fe66a2742f1afaae025d2f0eb30");

    Instant measured = Instant.ofEpochMilli(1795216394338L);
    assertThat(run.metrics())
        .containsExactly(
            new Metric("loss", 0.5, Instant.ofEpochMilli(1795216394254L), 1),
            new Metric("acc", 0.75, measured, 2),
            new Metric("nan", Double.NaN, measured, 2),
            new Metric("inf", Double.MAX_VALUE, measured, 0));
    assertThat(run.metric("acc")).hasValue(0.75);
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.startedAt()).isEqualTo(Instant.ofEpochMilli(1795216394075L));
    assertThat(run.endedAt()).contains(Instant.ofEpochMilli(1795216397715L));
    assertThat(run.params()).containsExactly(entry("a", "1"));
  }

  @Test
  void searchesRunsPageByPage() {
    registry.on(
        "POST " + API + "runs/search",
        HttpDouble.json("{\"runs\":[" + RUN + "],\"next_page_token\":\"t1\"}"),
        HttpDouble.json("{}"));

    RunPage first =
        tracking.searchRuns(List.of("1"), "metrics.acc > 0.5", 1, List.of("metrics.acc DESC"), "");
    RunPage second = tracking.searchRuns(List.of("1"), "", 1, List.of(), "t1");

    assertThat(first.runs()).extracting(Run::name).containsExactly("r1");
    assertThat(first.nextPageToken()).contains("t1");
    assertThat(second).isEqualTo(new RunPage(List.of(), Optional.empty()));
    assertThat(registry.requests())
        .extracting(request -> request.json().toString())
        .containsExactly(
            "{\"filter\":\"metrics.acc > 0.5\",\"max_results\":1,\"experiment_ids\":[\"1\"],"
                + "\"order_by\":[\"metrics.acc DESC\"],\"run_view_type\":\"ACTIVE_ONLY\"}",
            "{\"filter\":\"\",\"max_results\":1,\"experiment_ids\":[\"1\"],"
                + "\"order_by\":[],\"run_view_type\":\"ACTIVE_ONLY\",\"page_token\":\"t1\"}");
  }

  @Test
  void writesNumbersThatAreNotFiniteAsMlflowReadsThem() {
    registry.on("POST " + API + "runs/log-batch", HttpDouble.json("{}"));
    Instant time = Instant.ofEpochMilli(7);

    tracking.logBatch(
        "run",
        List.of(
            Metric.of("nan", Double.NaN, time),
            new Metric("inf", Double.POSITIVE_INFINITY, time, 3),
            Metric.of("ninf", Double.NEGATIVE_INFINITY, time)),
        Map.of(),
        Map.of());

    assertThat(registry.onlyRequest().json().get("metrics").toString())
        .isEqualTo(
            "[{\"key\":\"nan\",\"value\":\"NaN\",\"timestamp\":7,\"step\":0},"
                + "{\"key\":\"inf\",\"value\":\"Infinity\",\"timestamp\":7,\"step\":3},"
                + "{\"key\":\"ninf\",\"value\":\"-Infinity\",\"timestamp\":7,\"step\":0}]");
  }

  @Test
  void splitsABatchAtTheLimitsOfMlflow() {
    registry.on("POST " + API + "runs/log-batch", HttpDouble.json("{}"));

    tracking.logBatch("run", metrics(1850), entries(150), entries(230));

    assertThat(registry.requests())
        .extracting(request -> sizes(request.json()))
        .containsExactly("100 100 800", "50 100 850", "0 30 200");
    assertThat(registry.requests().stream().flatMap(request -> keys(request, "metrics")))
        .containsExactlyElementsOf(metrics(1850).stream().map(Metric::key).toList());
    assertThat(registry.requests().stream().flatMap(request -> keys(request, "params")))
        .containsExactlyElementsOf(entries(150).keySet());
  }

  @Test
  void logsNothingWithoutARequest() {
    tracking.logBatch("run", List.of(), Map.of(), Map.of());

    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void finishesARunAndSetsATag() {
    registry.on("POST " + API + "runs/update", HttpDouble.json("{}"));
    registry.on("POST " + API + "runs/set-tag", HttpDouble.json("{}"));

    tracking.finishRun("run", RunStatus.FAILED, Instant.ofEpochMilli(9));
    tracking.setTag("run", "reason", "rejected");

    assertThat(registry.requests())
        .extracting(request -> request.json().toString())
        .containsExactly(
            "{\"run_id\":\"run\",\"status\":\"FAILED\",\"end_time\":9}",
            "{\"run_id\":\"run\",\"key\":\"reason\",\"value\":\"rejected\"}");
  }

  @Test
  void searchesExperimentsAndReadsOneById() {
    registry.on("GET " + API + "experiments/get", HttpDouble.json(EXPERIMENT));
    registry.on(
        "POST " + API + "experiments/search",
        HttpDouble.json(
            EXPERIMENT
                .replace("{\"experiment\":{", "{\"experiments\":[{")
                .replace("}}", "}],\"next_page_token\":\"t\"}")));

    assertThat(tracking.experiment("1").name()).isEqualTo("exp1");
    Page<Experiment> page =
        tracking.searchExperiments(Lifecycle.ALL, "name = 'exp1'", 5, List.of("name ASC"), "");

    assertThat(page.entries()).extracting(Experiment::id).containsExactly("1");
    assertThat(page.nextPageToken()).contains("t");
    assertThat(registry.requests().getLast().json().toString())
        .isEqualTo(
            "{\"filter\":\"name = 'exp1'\",\"max_results\":5,\"order_by\":[\"name ASC\"],\"view_type\":\"ALL\"}");
  }

  @Test
  void readsTheHistoryOfAMetricPageByPage() {
    registry.on(
        "GET " + API + "metrics/get-history",
        HttpDouble.json(
            "{\"metrics\":[{\"key\":\"m\",\"value\":1.5,\"timestamp\":7,\"step\":3}],\"next_page_token\":\"t\"}"),
        HttpDouble.json("{}"));

    Page<Metric> first = tracking.metricHistory("run", "m", 1, "");
    Page<Metric> second = tracking.metricHistory("run", "m", 1, "t");

    assertThat(first.entries()).containsExactly(new Metric("m", 1.5, Instant.ofEpochMilli(7), 3));
    assertThat(first.nextPageToken()).contains("t");
    assertThat(second).isEqualTo(new Page<>(List.of(), Optional.empty()));
    assertThat(registry.requests())
        .extracting(HttpDouble.Request::call)
        .containsExactly(
            "GET " + API + "metrics/get-history?run_id=run&metric_key=m&max_results=1",
            "GET "
                + API
                + "metrics/get-history?run_id=run&metric_key=m&max_results=1&page_token=t");
  }

  @Test
  void changesExperimentsAndRuns() {
    registry.onPrefix("POST " + API, _ -> HttpDouble.json("{}"));

    tracking.renameExperiment("1", "new");
    tracking.deleteExperiment("1");
    tracking.restoreExperiment("1");
    tracking.setExperimentTag("1", "k", "v");
    tracking.deleteExperimentTag("1", "k");
    tracking.renameRun("r", "new");
    tracking.deleteRun("r");
    tracking.restoreRun("r");
    tracking.deleteTag("r", "k");

    assertThat(registry.requests())
        .extracting(
            request -> request.call().substring(("POST " + API).length()) + " " + request.json())
        .containsExactly(
            "experiments/update {\"experiment_id\":\"1\",\"new_name\":\"new\"}",
            "experiments/delete {\"experiment_id\":\"1\"}",
            "experiments/restore {\"experiment_id\":\"1\"}",
            "experiments/set-experiment-tag {\"experiment_id\":\"1\",\"key\":\"k\",\"value\":\"v\"}",
            "experiments/delete-experiment-tag {\"experiment_id\":\"1\",\"key\":\"k\"}",
            "runs/update {\"run_id\":\"r\",\"run_name\":\"new\"}",
            "runs/delete {\"run_id\":\"r\"}",
            "runs/restore {\"run_id\":\"r\"}",
            "runs/delete-tag {\"run_id\":\"r\",\"key\":\"k\"}");
  }

  @Test
  void logsWhatARunReadAndMade() {
    registry.on("POST " + API + "runs/log-inputs", HttpDouble.json("{}"));
    registry.on("POST " + API + "runs/outputs", HttpDouble.json("{}"));
    Dataset full = new Dataset("ds1", "b2892d90", "code", "{}", "{\"x\":1}", "{\"num_rows\":2}");
    Dataset bare = new Dataset("ds2", "c0ffee", "local", "cars.csv", "", "");

    tracking.logInputs(
        "run",
        new RunInputs(
            List.of(
                new DatasetInput(full, Map.of("mlflow.data.context", "train")),
                new DatasetInput(bare, Map.of())),
            List.of("m-1")));
    tracking.logOutputs("run", List.of(new ModelOutput("m-2", 7)));

    assertThat(registry.requests())
        .extracting(request -> request.endpoint() + " " + request.json())
        .containsExactly(
            "POST "
                + API
                + "runs/log-inputs {\"run_id\":\"run\",\"datasets\":["
                + "{\"tags\":[{\"key\":\"mlflow.data.context\",\"value\":\"train\"}],"
                + "\"dataset\":{\"name\":\"ds1\",\"digest\":\"b2892d90\",\"source_type\":\"code\","
                + "\"source\":\"{}\",\"schema\":\"{\\\"x\\\":1}\","
                + "\"profile\":\"{\\\"num_rows\\\":2}\"}},"
                + "{\"tags\":[],\"dataset\":{\"name\":\"ds2\",\"digest\":\"c0ffee\","
                + "\"source_type\":\"local\",\"source\":\"cars.csv\"}}],"
                + "\"models\":[{\"model_id\":\"m-1\"}]}",
            "POST "
                + API
                + "runs/outputs {\"run_id\":\"run\","
                + "\"models\":[{\"model_id\":\"m-2\",\"step\":7}]}");
  }

  @Test
  void readsWhatARunReadAndMade() {
    String noted =
        """
        "inputs":{"dataset_inputs":[
           {"tags":[{"key":"mlflow.data.context","value":"train"}],
            "dataset":{"name":"ds1","digest":"b2892d90","source_type":"code","source":"{}",
             "profile":"{\\"num_rows\\": 2}"}}],
          "model_inputs":[{"model_id":"m-1"}]},
         "outputs":{"model_outputs":[{"model_id":"m-2","step":"7"},{"model_id":"m-3"}]}
        """;
    registry.on(
        "GET " + API + "runs/get",
        HttpDouble.json("{\"run\":" + RUN.replace("\"inputs\":{}", noted) + "}"),
        HttpDouble.json("{\"run\":" + RUN + "}"));

    Run run = tracking.run("9e9b6fe66a2742f1afaae025d2f0eb30");
    Run without = tracking.run("9e9b6fe66a2742f1afaae025d2f0eb30");

    Dataset dataset = new Dataset("ds1", "b2892d90", "code", "{}", "", "{\"num_rows\": 2}");
    assertThat(run.inputs())
        .isEqualTo(
            new RunInputs(
                List.of(new DatasetInput(dataset, Map.of("mlflow.data.context", "train"))),
                List.of("m-1")));
    assertThat(run.outputs()).containsExactly(new ModelOutput("m-2", 7), new ModelOutput("m-3", 0));
    assertThat(without.inputs()).isEqualTo(new RunInputs(List.of(), List.of()));
    assertThat(without.outputs()).isEmpty();
  }

  @Test
  void listsTheDataThatExperimentsRead() {
    registry.on(
        "POST " + API + "experiments/search-datasets",
        HttpDouble.json(
            """
            {"dataset_summaries":[
              {"experiment_id":"1","name":"cars","digest":"c0ffee","context":"train"},
              {"experiment_id":"2","name":"rents","digest":"decaf"}]}
            """));

    List<DatasetSummary> datasets = tracking.datasets(List.of("1", "2"));

    assertThat(datasets)
        .containsExactly(
            new DatasetSummary("1", "cars", "c0ffee", "train"),
            new DatasetSummary("2", "rents", "decaf", ""));
    assertThat(registry.onlyRequest().json().toString())
        .isEqualTo("{\"experiment_ids\":[\"1\",\"2\"]}");
  }

  @Test
  void logsMetricsOfAModelWithTheDataItWasMeasuredOn() {
    registry.on("POST " + API + "runs/log-batch", HttpDouble.json("{}"));
    List<Metric> metrics = List.of(new Metric("r2", 0.85, Instant.ofEpochMilli(5), 1));

    tracking.logModelMetrics("run", "m-1", metrics);
    tracking.logModelMetrics(
        "run", "m-1", new Dataset("cars", "c0ffee", "local", "cars.csv", "", ""), metrics);

    assertThat(registry.requests())
        .extracting(request -> request.json().get("metrics").toString())
        .containsExactly(
            "[{\"key\":\"r2\",\"value\":0.85,\"timestamp\":5,\"step\":1,\"model_id\":\"m-1\"}]",
            "[{\"key\":\"r2\",\"value\":0.85,\"timestamp\":5,\"step\":1,\"model_id\":\"m-1\","
                + "\"dataset_name\":\"cars\",\"dataset_digest\":\"c0ffee\"}]");
  }

  @Test
  void namesTheFieldOfAnAnswerThatDoesNotFollowTheProtocol() {
    registry.on(
        "GET " + API + "runs/get",
        HttpDouble.json("{\"run\":" + RUN.replace("1795216394075", "\"soon\"") + "}"));

    assertThatThrownBy(() -> tracking.run("x"))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            failure -> assertThat(failure.errorCode()).isEqualTo(ErrorCode.NOT_JSON))
        .hasMessageContaining("cannot read field 'start_time' in \"soon\"");
  }

  private static HttpDouble.Answer unknownExperiment() {
    return HttpDouble.error(
        404, "RESOURCE_DOES_NOT_EXIST", "Could not find experiment with name 'exp1'");
  }

  private static List<Metric> metrics(int count) {
    return IntStream.range(0, count).mapToObj(i -> Metric.of("m" + i, i, Instant.EPOCH)).toList();
  }

  private static Map<String, String> entries(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "k" + i, i -> "v" + i, (a, b) -> a, TreeMap::new));
  }

  private static String sizes(JsonNode batch) {
    return "%d %d %d"
        .formatted(
            batch.get("params").size(), batch.get("tags").size(), batch.get("metrics").size());
  }

  private static Stream<String> keys(HttpDouble.Request request, String field) {
    return request.json().get(field).findValuesAsText("key").stream();
  }
}
