package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.api.promotion.StagingResult;
import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.api.training.TrainingResult;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunLinks;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.ModelVersionStatus;
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
  public StepLabel label() {
    return new StepLabel("Promote to staging", "Promouvoir en préproduction");
  }

  @Override
  public StepOutput<StagingResult> output() {
    return StepOutput.of(StagingResult.class)
        .linking(result -> RunLinks.version(result).stream().toList())
        .writing((result, run) -> model(result, run).stream().toList());
  }

  /** The model, by the tracking run that made it. */
  private static Optional<Dataset> model(StagingResult result, StepOutputs run) {
    return run.find(TrackedResult.class, TrackedResult::mlflowRunId)
        .map(id ->
            new Dataset("mlflow", RunResults.model(run, id).toString(), result.modelVersion()));
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(ModelSpec.SECTION);
  }

  /** A version that was rejected by a gate, or moved by somebody, cannot be promoted again. */
  @Override
  public Optional<String> outdated(PipelineDefinition definition, StepOutputs before) {
    ModelSpec model = definition.section(ModelSpec.SECTION);
    String version = before.find(StagingResult.class, StagingResult::modelVersion).orElse("");
    try {
      return new VersionPublisher(registry.models(), model).isStaged(version)
          ? Optional.empty()
          : Optional.of("version %s is no longer in Staging".formatted(version));
    } catch (RegistryClientException away) {
      return Optional.of(
          "the registry does not show version " + version + ": " + away.getMessage());
    }
  }

  @Override
  public StepResult run(StepContext context) throws InterruptedException {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    TrackingRun tracking = runs.of(context);
    String source =
        RunResults.modelRoot(context.outputs())
            .orElseGet(() -> tracking.artifactUri() + "/" + TrainingResult.DEFAULT_PATH);
    Optional<String> modelId = RunResults.modelId(context.outputs());
    ModelVersion version = publisher.versionOf(tracking.id(), modelId, source, tags(context));
    ModelVersion stored = awaitReady(publisher, version, context);
    if (stored.status() != ModelVersionStatus.READY) {
      return new StepResult.Failed(
          "Version %s of %s is %s: the registry could not take its files from %s."
              .formatted(stored.version(), model.name(), stored.status(), stored.source()));
    }
    publisher.toStaging(version.version(), "passed the gates of pipeline run " + context.runId());
    tracking.tags(Map.of("drivetrain.model_version", version.version()));
    return new StepResult.Succeeded(
        new StagingResult(model.name(), Optional.of(version.version()), "Staging"));
  }

  private static Map<String, String> tags(StepContext context) {
    return Map.of(
        TrackingRuns.RUN_TAG,
        context.runId().toString(),
        TrackingRuns.DATA_HASH_TAG,
        RunResults.dataHash(context));
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
