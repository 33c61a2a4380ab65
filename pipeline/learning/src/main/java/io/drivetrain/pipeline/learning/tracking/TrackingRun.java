package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.artifact.ArtifactFile;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.loggedmodel.LoggedModel;
import io.drivetrain.registry.client.loggedmodel.LoggedModelStatus;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.ModelOutput;
import io.drivetrain.registry.client.tracking.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The record of a pipeline run in the registry: an MLflow run. */
public final class TrackingRun {
  private final RegistryClient registry;
  private final Clock clock;
  private final String id;
  private final String experimentId;
  private final String artifactUri;
  private final Optional<String> reporter;

  TrackingRun(
      RegistryClient registry,
      Clock clock,
      String id,
      String experimentId,
      String artifactUri,
      Optional<String> reporter) {
    this.registry = registry;
    this.clock = clock;
    this.id = id;
    this.experimentId = experimentId;
    this.artifactUri = artifactUri;
    this.reporter = reporter;
  }

  public String id() {
    return id;
  }

  /** Root of the artifacts: {@code mlflow-artifacts:/1/<id>/artifacts}. */
  public String artifactUri() {
    return artifactUri;
  }

  /** Safe to repeat: params and tags keep their value, metrics get the same point again. */
  public void params(Map<String, String> params) {
    registry.tracking().logBatch(id, List.of(), params, Map.of());
  }

  public void metrics(Map<String, Double> metrics) {
    registry.tracking().logBatch(id, points(metrics), Map.of(), Map.of());
  }

  /** Metrics of the run and of a logged model. Safe to repeat, as {@link #metrics(Map)}. */
  public void metrics(String modelId, Map<String, Double> metrics) {
    registry.tracking().logModelMetrics(id, modelId, points(metrics));
  }

  private List<Metric> points(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(entry -> Metric.of(entry.getKey(), entry.getValue(), clock.instant()))
        .toList();
  }

  public void tags(Map<String, String> tags) {
    registry.tracking().logBatch(id, List.of(), Map.of(), tags);
  }

  /** The pipeline run that reported last; its files are of that run. Empty before a report. */
  public Optional<String> reporter() {
    return reporter;
  }

  /** Takes a tag away, if it is there. */
  public void untag(String key) {
    if (registry.tracking().run(id).tags().containsKey(key)) {
      registry.tracking().deleteTag(id, key);
    }
  }

  /** Stores a file, or overwrites it. */
  public void artifact(String path, byte[] content) {
    registry.artifacts().upload(artifactUri, path, content);
  }

  /** The same with a file on disk, which may be large. */
  public void artifact(String path, Path content) {
    registry.artifacts().upload(artifactUri, path, content);
  }

  /** The bytes of a file, empty when there is none. */
  public Optional<byte[]> find(String path) {
    try {
      return Optional.of(registry.artifacts().download(artifactUri, path));
    } catch (RegistryClientException failed) {
      if (failed.saysMissing()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Takes over files of another record.
   *
   * @param prefix how their paths begin
   */
  void copy(TrackingRun other, String prefix) {
    for (ArtifactFile entry : registry.artifacts().list(other.artifactUri, "")) {
      if (entry.path().startsWith(prefix) && entry.directory()) {
        registry
            .artifacts()
            .downloadAll(other.artifactUri, entry.path())
            .forEach((file, content) -> artifact(entry.path() + "/" + file, content));
      } else if (entry.path().startsWith(prefix)) {
        artifact(entry.path(), registry.artifacts().download(other.artifactUri, entry.path()));
      }
    }
  }

  public void text(String path, String content) {
    artifact(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public void json(String path, Object value) {
    text(path, ArtifactJson.text(value));
  }

  /**
   * Stores a model of this run as a logged model of MLflow 3, which is READY when all of its files
   * are there. Called again it makes another one: two attempts never write into the same files.
   *
   * @param files by their path, in the order in which they are stored; made once the registry has
   *     said where
   */
  public LoggedModel logModel(
      ModelDescription described, Function<LoggedModel, Map<String, byte[]>> files) {
    LoggedModel model = registry.loggedModels().create(described.of(experimentId, id));
    try {
      files
          .apply(model)
          .forEach(
              (path, content) -> registry.artifacts().upload(model.artifactUri(), path, content));
      registry.tracking().logOutputs(id, List.of(new ModelOutput(model.id(), 0)));
      return registry.loggedModels().finish(model.id(), LoggedModelStatus.READY);
    } catch (RegistryClientException failed) {
      giveUp(model, failed);
      throw failed;
    }
  }

  private void giveUp(LoggedModel model, RegistryClientException why) {
    try {
      registry.loggedModels().finish(model.id(), LoggedModelStatus.UPLOAD_FAILED);
    } catch (RegistryClientException alsoAway) {
      why.addSuppressed(alsoAway);
    }
  }

  /**
   * The bundle that the training stored, read as serving reads it.
   *
   * @throws StepFailedException when it is gone
   */
  public ModelBundle model(ModelSource models, ModelUri uri) {
    ResolvedModel resolved =
        models
            .resolve(uri)
            .orElseThrow(() ->
                new StepFailedException(
                    "%s is no longer in the registry. Start another run.".formatted(uri)));
    return BundleReader.read(models.load(resolved).files());
  }

  /**
   * Before files are written: a retried or a resumed run writes over those of a run that has ended,
   * which the registry refuses. The report ends it again.
   */
  public void reopen() {
    if (registry.tracking().run(id).status() != RunStatus.RUNNING) {
      registry.tracking().reopenRun(id);
    }
  }

  public void finish(RunStatus status) {
    registry.tracking().finishRun(id, status, clock.instant());
  }
}
