package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.artifact.ArtifactFile;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of a pipeline run in the registry: an MLflow run. */
public final class TrackingRun {
  private final RegistryClient registry;
  private final Clock clock;
  private final String id;
  private final String artifactUri;
  private final Optional<String> reporter;

  TrackingRun(
      RegistryClient registry,
      Clock clock,
      String id,
      String artifactUri,
      Optional<String> reporter) {
    this.registry = registry;
    this.clock = clock;
    this.id = id;
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
    List<Metric> points =
        metrics.entrySet().stream()
            .map(entry -> Metric.of(entry.getKey(), entry.getValue(), clock.instant()))
            .toList();
    registry.tracking().logBatch(id, points, Map.of(), Map.of());
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
   * The bundle that the training stored, read as serving reads it.
   *
   * @param path below the artifacts
   * @throws StepFailedException when this run is gone
   */
  public ModelBundle model(ModelSource models, String path) {
    ResolvedModel resolved =
        models
            .resolve(new ModelUri.OfRun(id, path))
            .orElseThrow(() ->
                new StepFailedException(
                    "Run %s is no longer in the registry. Start another run.".formatted(id)));
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
