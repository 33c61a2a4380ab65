package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import java.util.Optional;

/** Links from runs into the registry. */
public final class RunLinks {
  private static final StepLabel TRACKING_RUN = new StepLabel("Tracking run", "Run de suivi");
  private static final StepLabel VERSION = new StepLabel("Model version", "Version du modèle");

  private RunLinks() {}

  public static Optional<StepLink> trackingRun(TrackedResult result) {
    return result.mlflowRunId().map(id -> StepLink.of("mlflowRunId", id, TRACKING_RUN));
  }

  public static Optional<StepLink> version(VersionedResult result) {
    return result.modelVersion().map(one -> StepLink.of("modelVersion", one, VERSION));
  }
}
