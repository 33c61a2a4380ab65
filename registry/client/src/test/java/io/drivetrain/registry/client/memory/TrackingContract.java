package io.drivetrain.registry.client.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.registry.client.artifact.ArtifactFile;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.tracking.Experiment;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.Run;
import io.drivetrain.registry.client.tracking.RunPage;
import io.drivetrain.registry.client.tracking.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract on experiments, runs and files. */
public abstract class TrackingContract extends RegistryContract {
  private static final Instant END = START.plusSeconds(90);

  @Test
  void makesAnExperimentOnce() {
    assertThat(client().tracking().experimentByName(name())).isEmpty();

    Experiment made = client().tracking().getOrCreateExperiment(name());

    assertThat(made.name()).isEqualTo(name());
    assertThat(made.artifactLocation()).isEqualTo("mlflow-artifacts:/" + made.id());
    assertThat(made.deleted()).isFalse();
    assertThat(client().tracking().getOrCreateExperiment(name()).id()).isEqualTo(made.id());
    assertThat(client().tracking().experiment(made.id()).name()).isEqualTo(name());
  }

  @Test
  void keepsTagsOfAnExperiment() {
    String experiment = experiment();

    client().tracking().setExperimentTag(experiment, "team", "blue");

    assertThat(client().tracking().experiment(experiment).tags()).containsEntry("team", "blue");
  }

  @Test
  void startsARun() {
    String experiment = experiment();

    Run run = client().tracking().createRun(experiment, "first", START, Map.of("kind", "price"));

    assertThat(run.id()).matches("[0-9a-f]{32}");
    assertThat(run.experimentId()).isEqualTo(experiment);
    assertThat(run.name()).isEqualTo("first");
    assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.startedAt()).isEqualTo(START);
    assertThat(run.endedAt()).isEmpty();
    assertThat(run.artifactUri())
        .isEqualTo("mlflow-artifacts:/%s/%s/artifacts".formatted(experiment, run.id()));
    assertThat(run.tags())
        .containsExactlyInAnyOrderEntriesOf(Map.of("kind", "price", "mlflow.runName", "first"));
    assertThat(client().tracking().run(run.id())).isEqualTo(run);
  }

  @Test
  void namesARunThatWasGivenNoName() {
    Run run = client().tracking().createRun(experiment(), "", START, Map.of());

    assertThat(run.name()).isNotEmpty();
    assertThat(run.tags()).containsEntry("mlflow.runName", run.name());
  }

  @Test
  void keepsWhatIsLoggedToARun() {
    String run = run().id();

    client()
        .tracking()
        .logBatch(
            run,
            List.of(point("rmse", 0.5, 1), point("rmse", 0.25, 2), point("nan", Double.NaN, 0)),
            Map.of("trees", "300"),
            Map.of("data", "cars"));
    client().tracking().setTag(run, "data", "cars2");
    client().tracking().finishRun(run, RunStatus.FINISHED, END);

    Run logged = client().tracking().run(run);
    assertThat(logged.metrics())
        .containsExactlyInAnyOrder(point("rmse", 0.25, 2), point("nan", Double.NaN, 0));
    assertThat(logged.params()).containsExactlyEntriesOf(Map.of("trees", "300"));
    assertThat(logged.tags()).containsEntry("data", "cars2");
    assertThat(logged.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(logged.endedAt()).contains(END);
    assertThat(client().tracking().metricHistory(run, "rmse", 10, "").entries())
        .containsExactly(point("rmse", 0.5, 1), point("rmse", 0.25, 2));
  }

  @Test
  void renamesARunWithItsTag() {
    String run = run().id();

    client().tracking().renameRun(run, "second");

    assertThat(client().tracking().run(run).name()).isEqualTo("second");
    assertThat(client().tracking().run(run).tags()).containsEntry("mlflow.runName", "second");
    assertThat(client().tracking().run(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void refusesABatchThatChangesAParamAsAWhole() {
    String run = run().id();
    client().tracking().logBatch(run, List.of(), Map.of("trees", "300"), Map.of());

    refused(
        () ->
            client()
                .tracking()
                .logBatch(
                    run,
                    List.of(point("rmse", 1, 0)),
                    Map.of("trees", "400"),
                    Map.of("data", "cars")),
        ErrorCode.INVALID_PARAMETER_VALUE,
        400,
        "Changing param values is not allowed");

    client().tracking().logBatch(run, List.of(), Map.of("trees", "300"), Map.of());
    assertThat(client().tracking().run(run).params()).containsEntry("trees", "300");
    assertThat(client().tracking().run(run).metrics()).isEmpty();
    assertThat(client().tracking().run(run).tags()).doesNotContainKey("data");
  }

  @Test
  void removesATagOnce() {
    String run = run().id();
    client().tracking().setTag(run, "reason", "late");

    client().tracking().deleteTag(run, "reason");

    assertThat(client().tracking().run(run).tags()).doesNotContainKey("reason");
    missing(() -> client().tracking().deleteTag(run, "reason"));
  }

  @Test
  void findsRunsByTagAndStatusNewestFirst() {
    String experiment = experiment();
    String first = tagged(experiment, START, "a");
    String second = tagged(experiment, START.plusSeconds(1), "a");
    tagged(experiment, START.plusSeconds(2), "b");
    client().tracking().finishRun(first, RunStatus.FAILED, END);
    String byTag = "tags.`drivetrain.run_id` = 'a'";

    assertThat(found(experiment, byTag)).containsExactly(second, first);
    assertThat(found(experiment, byTag + " and attributes.status = 'RUNNING'"))
        .containsExactly(second);
    assertThat(found(experiment(), byTag)).isEmpty();
  }

  @Test
  void pagesTheRunsItFinds() {
    String experiment = experiment();
    String first = tagged(experiment, START, "a");
    String second = tagged(experiment, START.plusSeconds(1), "a");
    List<String> among = List.of(experiment);

    RunPage page = client().tracking().searchRuns(among, "", 1, List.of(), "");
    RunPage next =
        client().tracking().searchRuns(among, "", 1, List.of(), page.nextPageToken().orElseThrow());

    assertThat(page.runs()).extracting(Run::id).containsExactly(second);
    assertThat(next.runs()).extracting(Run::id).containsExactly(first);
    assertThat(next.nextPageToken()).isEmpty();
  }

  @Test
  void findsRunsByTheirIds() {
    String experiment = experiment();
    String first = tagged(experiment, START, "a");
    String second = tagged(experiment, START.plusSeconds(1), "b");
    tagged(experiment, START.plusSeconds(2), "c");

    assertThat(found(experiment, "run_id IN ('%s', '%s')".formatted(first, second)))
        .containsExactly(second, first);
  }

  @Test
  void samplesAMetricOfSeveralRuns() {
    String experiment = experiment();
    String first = tagged(experiment, START, "a");
    String second = tagged(experiment, START, "b");
    String without = tagged(experiment, START, "c");
    List<Metric> points = List.of(point("loss", 0.5, 0), point("loss", 0.25, 1));
    client().tracking().logBatch(first, points, Map.of(), Map.of());
    client().tracking().logBatch(second, points.subList(0, 1), Map.of(), Map.of());

    Map<String, List<Metric>> samples =
        client().tracking().metricSamples(List.of(second, without, first), "loss", 100);

    assertThat(samples).containsOnlyKeys(first, second);
    assertThat(samples.get(first)).isEqualTo(points);
    assertThat(samples.get(second)).isEqualTo(points.subList(0, 1));
  }

  @Test
  void knowsNoRunOrExperimentThatWasNotMade() {
    missing(() -> client().tracking().run("0".repeat(32)));
    missing(() -> client().tracking().setTag("0".repeat(32), "key", "value"));
    missing(() -> client().tracking().experiment("987654321"));
    missing(() -> client().tracking().createRun("987654321", "lost", START, Map.of()));
  }

  @Test
  void keepsFiles() {
    String root = run().artifactUri();
    client().artifacts().upload(root, "report é+.txt", "one".getBytes(UTF_8));
    client().artifacts().upload(root, "model/MLmodel", "old".getBytes(UTF_8));
    client().artifacts().upload(root, "model/MLmodel", "flavors".getBytes(UTF_8));
    client().artifacts().upload(root, "model/data/trees.bin", new byte[] {0, -1});

    assertThat(client().artifacts().download(root, "report é+.txt"))
        .asString(UTF_8)
        .isEqualTo("one");
    assertThat(client().artifacts().download(root, "model/data/trees.bin")).containsExactly(0, -1);
    assertThat(client().artifacts().list(root, ""))
        .containsExactlyInAnyOrder(
            new ArtifactFile("model", true, 0), new ArtifactFile("report é+.txt", false, 3));
    assertThat(client().artifacts().list(root, "model"))
        .containsExactlyInAnyOrder(
            new ArtifactFile("model/MLmodel", false, 7), new ArtifactFile("model/data", true, 0));
    assertThat(client().artifacts().downloadAll(root, "model"))
        .containsOnlyKeys("MLmodel", "data/trees.bin");
  }

  @Test
  void knowsNoFileThatWasNotUploaded() {
    String root = run().artifactUri();

    assertThat(client().artifacts().list(root, "")).isEmpty();
    assertThat(client().artifacts().list(root, "model")).isEmpty();
    refused(
        () -> client().artifacts().download(root, "model/MLmodel"),
        ErrorCode.RESOURCE_DOES_NOT_EXIST,
        404,
        "No artifact at path");
  }

  private static Metric point(String key, double value, long step) {
    return new Metric(key, value, START.plusSeconds(step), step);
  }

  private String tagged(String experiment, Instant start, String pipelineRun) {
    return client()
        .tracking()
        .createRun(experiment, "", start, Map.of("drivetrain.run_id", pipelineRun))
        .id();
  }

  private List<String> found(String experiment, String filter) {
    return client()
        .tracking()
        .searchRuns(List.of(experiment), filter, 10, List.of(), "")
        .runs()
        .stream()
        .map(Run::id)
        .toList();
  }
}
