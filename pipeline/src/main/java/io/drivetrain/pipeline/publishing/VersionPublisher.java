package io.drivetrain.pipeline.publishing;

import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.registry.client.Change;
import io.drivetrain.registry.client.ModelRegistryClient;
import io.drivetrain.registry.client.ModelVersion;
import io.drivetrain.registry.client.RegisteredModel;
import io.drivetrain.registry.client.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of one registered model. Every method may be called again after a crash. */
final class VersionPublisher {
  /** Tells our registry to keep stage Production and this alias together. */
  private static final String ALIAS_TAG = "drivetrain.production_alias";

  private final ModelRegistryClient registry;
  private final ModelSpec model;

  VersionPublisher(ModelRegistryClient registry, ModelSpec model) {
    this.registry = registry;
    this.model = model;
  }

  /** The version that a run made, made now when there is none yet. */
  ModelVersion versionOf(String runId, String source, Map<String, String> tags) {
    registry.ensureRegisteredModel(model.name(), Map.of(ALIAS_TAG, model.alias()));
    return existing(runId)
        .orElseGet(() -> registry.createVersion(model.name(), source, runId, tags));
  }

  ModelVersion version(String version) {
    return registry.version(model.name(), version);
  }

  /** Moves a version to Staging, and what was there to Archived. */
  void toStaging(String version, String reason) {
    move(version, Stage.STAGING, true, Change.because(reason));
  }

  /**
   * Moves a version to Production and gives it the alias, and what was there to Archived.
   *
   * @param champion the version that must be in production until then; "" for none
   */
  void toProduction(String version, String champion, String reason) {
    Change change = Change.because(reason);
    ModelVersion promoted =
        move(
            version,
            Stage.PRODUCTION,
            true,
            champion.isEmpty() ? change.ifHeldByNobody() : change.ifHeldBy(champion));
    // Our registry has moved the alias along with the stage; other MLflow servers have not.
    if (!promoted.aliases().contains(model.alias())
        && !version(version).aliases().contains(model.alias())) {
      registry.setAlias(model.name(), model.alias(), version, change);
    }
  }

  /** Moves a version that was turned down out of the way; one in production stays there. */
  void archive(String version, String reason) {
    if (version(version).stage() != Stage.PRODUCTION) {
      move(version, Stage.ARCHIVED, false, Change.because(reason));
    }
  }

  private ModelVersion move(String version, Stage stage, boolean archiveExisting, Change change) {
    ModelVersion now = version(version);
    return now.stage() == stage
        ? now
        : registry.transitionStage(model.name(), version, stage, archiveExisting, change);
  }

  /** A run makes one version, and no other run makes one while it is under way. */
  private Optional<ModelVersion> existing(String runId) {
    return registry.registeredModel(model.name()).stream()
        .map(RegisteredModel::latestVersions)
        .flatMap(List::stream)
        .filter(version -> version.runId().equals(runId))
        .findFirst();
  }
}
