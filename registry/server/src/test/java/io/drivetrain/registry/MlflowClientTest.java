package io.drivetrain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** MLflow's own Java client, which is not ours to change, works with this server. */
@RegistryTest
class MlflowClientTest {
  @TestHTTPResource("/")
  String url;

  private MlflowClient client;

  @BeforeEach
  void connect() {
    client = new MlflowClient(new BasicMlflowHostCreds(url.substring(0, url.length() - 1)));
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void keepsExperiments() {
    var name = Mlflow.unique("java-client");

    var id = client.createExperiment(name);
    client.setExperimentTag(id, "k", "v");

    assertThat(client.getExperiment(id).getName()).isEqualTo(name);
    assertThat(client.getExperimentByName(name).map(Experiment::getExperimentId)).contains(id);
    assertThat(client.getExperimentByName("nobody")).isEmpty();
    assertThat(client.searchExperiments("name = '" + name + "'").getItems())
        .extracting(Experiment::getName)
        .containsExactly(name);
    client.renameExperiment(id, name + "-2");
    client.deleteExperiment(id);
    client.restoreExperiment(id);
    assertThat(client.getExperiment(id).getTags(0).getValue()).isEqualTo("v");
  }

  @Test
  void keepsRunsBatchesAndHistory() {
    var experiment = client.createExperiment(Mlflow.unique("java-runs"));
    var id = client.createRun(experiment).getRunId();

    client.logParam(id, "p", "1");
    client.logMetric(id, "m", 0.5, 100, 1);
    client.logMetric(id, "m", Double.NaN, 200, 2);
    client.setTag(id, "t", "1");
    client.logBatch(
        id,
        List.of(Metric.newBuilder().setKey("n").setValue(2).setTimestamp(5).setStep(7).build()),
        List.of(Param.newBuilder().setKey("q").setValue("2").build()),
        List.of(RunTag.newBuilder().setKey("u").setValue("2").build()));
    client.deleteTag(id, "t");
    client.setTerminated(id);

    var run = client.getRun(id);
    assertThat(run.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.getData().getParamsList()).extracting(Param::getKey).containsExactly("p", "q");
    assertThat(run.getData().getMetricsList()).extracting(Metric::getStep).containsExactly(2L, 7L);
    assertThat(run.getData().getTagsList())
        .extracting(RunTag::getKey)
        .containsExactly("mlflow.runName", "u");
    assertThat(client.getMetricHistory(id, "m"))
        .extracting(Metric::getValue)
        .containsExactly(0.5, Double.NaN);
  }

  @Test
  void searchesRunsInPages() {
    var experiment = client.createExperiment(Mlflow.unique("java-search"));
    for (int i = 0; i < 3; i++) {
      client.logMetric(client.createRun(experiment).getRunId(), "m", i);
    }

    var page =
        client.searchRuns(
            List.of(experiment),
            "metrics.m > 0",
            ViewType.ACTIVE_ONLY,
            1,
            List.of("metrics.m DESC"));
    var next = page.getNextPage();

    assertThat(page.getItems()).extracting(MlflowClientTest::m).containsExactly(2.0);
    assertThat(next.getItems()).extracting(MlflowClientTest::m).containsExactly(1.0);
    assertThat(next.hasNextPage()).isFalse();
  }

  private static double m(Run run) {
    return run.getData().getMetrics(0).getValue();
  }

  @Test
  void findsVersionsAndStages() {
    var name = Mlflow.unique("java-model");
    client.sendPost("registered-models/create", "{\"name\":\"" + name + "\"}");
    client.sendPost(
        "model-versions/create", "{\"name\":\"" + name + "\",\"source\":\"s3://bucket/model\"}");
    client.sendPost(
        "model-versions/transition-stage",
        "{\"name\":\"%s\",\"version\":\"1\",\"stage\":\"Production\",\"archive_existing_versions\":\"true\"}"
            .formatted(name));

    assertThat(client.getRegisteredModel(name).getLatestVersionsList())
        .extracting(ModelVersion::getCurrentStage)
        .containsExactly("Production");
    assertThat(client.getLatestVersions(name, List.of("Production", "Staging")))
        .extracting(ModelVersion::getVersion)
        .containsExactly("1");
    assertThat(client.getModelVersion(name, "1").getSource()).isEqualTo("s3://bucket/model");
    assertThat(client.getModelVersionDownloadUri(name, "1")).isEqualTo("s3://bucket/model");
    assertThat(client.searchModelVersions("name = '" + name + "'").getItems()).hasSize(1);
  }

  @Test
  void deletesAndRestoresRuns() {
    var experiment = client.createExperiment(Mlflow.unique("java-trash"));
    var id = client.createRun(experiment).getRunId();

    client.deleteRun(id);
    var deleted = client.getRun(id).getInfo().getLifecycleStage();
    var listed = client.searchRuns(List.of(experiment), "");
    client.restoreRun(id);

    assertThat(deleted).isEqualTo("deleted");
    assertThat(listed).isEmpty();
    assertThat(client.searchRuns(List.of(experiment), "")).hasSize(1);
  }

  @Test
  void readsALongHistory() {
    var id = client.createRun(client.createExperiment(Mlflow.unique("java-long"))).getRunId();
    for (int batch = 0; batch < 3; batch++) {
      client.logBatch(id, thousandPoints(batch * 1000), List.of(), List.of());
    }

    var history = client.getMetricHistory(id, "m");

    assertThat(history).hasSize(3000);
    assertThat(history.getLast().getStep()).isEqualTo(2999);
    assertThat(m(client.getRun(id))).isEqualTo(2999);
  }

  private static List<Metric> thousandPoints(int first) {
    return IntStream.range(first, first + 1000)
        .mapToObj(
            i -> Metric.newBuilder().setKey("m").setValue(i).setTimestamp(i).setStep(i).build())
        .toList();
  }

  @Test
  void findsTheVersionThatTookThePlaceOfAnother() {
    var name = Mlflow.newModel();
    for (var version : List.of(Mlflow.newVersion(name), Mlflow.newVersion(name))) {
      client.sendPost(
          "model-versions/transition-stage",
          "{\"name\":\"%s\",\"version\":\"%s\",\"stage\":\"Production\",\"archive_existing_versions\":true}"
              .formatted(name, version));
    }

    assertThat(client.getLatestVersions(name))
        .extracting(ModelVersion::getVersion, ModelVersion::getCurrentStage)
        .containsExactlyInAnyOrder(tuple("1", "Archived"), tuple("2", "Production"));
    var page =
        client.searchModelVersions("name = '" + name + "'", 1, List.of("version_number DESC"));
    assertThat(page.getItems()).extracting(ModelVersion::getVersion).containsExactly("2");
    assertThat(page.getNextPage().getItems())
        .extracting(ModelVersion::getVersion)
        .containsExactly("1");
  }

  @Test
  void seesErrorsAsMlflowSendsThem() {
    assertThatThrownBy(() -> client.getRun("nope"))
        .isInstanceOfSatisfying(
            MlflowHttpException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(404);
              assertThat(e.getBodyMessage()).contains("RESOURCE_DOES_NOT_EXIST");
            });
  }
}
