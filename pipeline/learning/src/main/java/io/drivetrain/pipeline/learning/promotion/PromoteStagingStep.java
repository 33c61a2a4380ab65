package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunFacts;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.ModelVersion;
import io.drivetrain.registry.client.ModelVersionStatus;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kind {@code promote-staging}: makes the challenger a version of the registered model and moves it
 * to Staging.
 */
@ApplicationScoped
public class PromoteStagingStep implements Step {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int MOST_PAUSES = 300;

  private final TrackingRuns runs;
  private final RegistryClient registry;

  public PromoteStagingStep(TrackingRuns runs, RegistryClient registry) {
    this.runs = runs;
    this.registry = registry;
  }

  @Override
  public String kind() {
    return "promote-staging";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(ModelSpec.SECTION);
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  /**
   * A version that a gate turned down, or that somebody moved, is no longer there to go on with.
   */
  @Override
  public Optional<String> outdated(PipelineDefinition definition, Map<String, Object> output) {
    ModelSpec model = definition.section(ModelSpec.SECTION);
    String version = String.valueOf(output.get(RunFacts.MODEL_VERSION));
    try {
      return new VersionPublisher(registry.models(), model).isStaged(version)
          ? Optional.empty()
          : Optional.of("version %s has left Staging for good".formatted(version));
    } catch (RegistryClientException away) {
      return Optional.of(
          "the registry does not show version " + version + ": " + away.getMessage());
    }
  }

  @Override
  public StepResult run(StepContext context) throws InterruptedException {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    TrackingRun record = runs.of(context);
    String source = record.artifactUri() + "/" + RunFacts.of(context).modelPath();
    ModelVersion version = publisher.versionOf(record.id(), source, tags(context));
    ModelVersion stored = awaitReady(publisher, version, context);
    if (stored.status() != ModelVersionStatus.READY) {
      return new StepResult.Failed(
          "Version %s of %s is %s: the registry could not take its files from %s."
              .formatted(stored.version(), model.name(), stored.status(), stored.source()));
    }
    publisher.toStaging(version.version(), "passed the gates of pipeline run " + context.runId());
    record.tags(Map.of("drivetrain.model_version", version.version()));
    return new StepResult.Succeeded(
        Map.of(
            "modelName",
            model.name(),
            RunFacts.MODEL_VERSION,
            version.version(),
            "stage",
            "Staging"));
  }

  private static Map<String, String> tags(StepContext context) {
    return Map.of(
        TrackingRuns.RUN_TAG,
        context.runId().toString(),
        TrackingRuns.DATA_HASH_TAG,
        RunFacts.of(context).text(RunFacts.DATA_HASH));
  }

  /** The registry checks the files of a version before it is READY. */
  private static ModelVersion awaitReady(
      VersionPublisher publisher, ModelVersion version, StepContext context)
      throws InterruptedException {
    ModelVersion now = version;
    for (int i = 0; i < MOST_PAUSES; i++) {
      if (now.status() != ModelVersionStatus.PENDING_REGISTRATION) {
        return now;
      }
      context.progress().report("waiting for version " + version.version(), 0.5);
      Thread.sleep(PAUSE);
      now = publisher.version(version.version());
    }
    return now;
  }
}
