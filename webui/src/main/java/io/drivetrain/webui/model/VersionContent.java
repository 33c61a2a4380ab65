package io.drivetrain.webui.model;

import io.drivetrain.models.bundle.BundleDescription;
import io.drivetrain.models.bundle.MlflowModel;
import java.util.Optional;

/**
 * What the files of a version say about it.
 *
 * @param bundle empty for a model that another program made
 * @param mlflow empty when there is no readable file {@code MLmodel}
 * @param problem why the files, or some of them, cannot be read, in English; empty when they can
 */
public record VersionContent(
    Optional<BundleDescription> bundle, Optional<MlflowModel> mlflow, Optional<String> problem) {

  static VersionContent unreadable(String problem) {
    return new VersionContent(Optional.empty(), Optional.empty(), Optional.of(problem));
  }
}
