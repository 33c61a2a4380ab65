package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.api.evaluation.EvaluationResult;
import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.api.training.TrainingResult;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.registry.client.source.ModelUri;
import java.util.Optional;

/** What several steps need of those before them. */
public final class RunResults {
  private RunResults() {}

  /**
   * Id of the tracking run.
   *
   * @throws StepFailedException when no earlier step has one
   */
  public static String trackingRun(StepContext context) {
    return context.require(TrackedResult.class, TrackedResult::mlflowRunId, "mlflowRunId");
  }

  /**
   * SHA-256 of the data file that was checked.
   *
   * @throws StepFailedException when no earlier step has checked one
   */
  public static String dataHash(StepContext context) {
    return context.require(QualityResult.class, QualityResult::dataHash, "dataHash");
  }

  /**
   * The version of the registered model that this run made.
   *
   * @throws StepFailedException when no earlier step has made one
   */
  public static String modelVersion(StepContext context) {
    return context.require(VersionedResult.class, VersionedResult::modelVersion, "modelVersion");
  }

  /**
   * The version that the challenger was compared with; "" for none.
   *
   * @throws StepFailedException when no earlier step has compared it
   */
  public static String championVersion(StepContext context) {
    return context.require(
        EvaluationResult.class, EvaluationResult::championVersion, "championVersion");
  }

  /**
   * Address of the model that was trained: a logged model, or files of the tracking run in runs of
   * earlier releases.
   *
   * @param trackingRun its id
   */
  public static ModelUri model(StepOutputs outputs, String trackingRun) {
    return outputs
        .find(TrainingResult.class, TrainingResult::modelId)
        .<ModelUri>map(ModelUri.OfLoggedModel::new)
        .orElseGet(() -> new ModelUri.OfRun(trackingRun, modelPath(outputs)));
  }

  private static String modelPath(StepOutputs outputs) {
    return outputs
        .find(TrainingResult.class, TrainingResult::modelPath)
        .orElse(TrainingResult.DEFAULT_PATH);
  }

  /** Id of the logged model that was trained; empty in runs of earlier releases. */
  public static Optional<String> modelId(StepOutputs outputs) {
    return outputs.find(TrainingResult.class, TrainingResult::modelId);
  }

  /** Root of the files of the model that was trained, as far as the training said it. */
  public static Optional<String> modelRoot(StepOutputs outputs) {
    return outputs.find(TrainingResult.class, result -> Optional.ofNullable(result.model()));
  }
}
