package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.Change;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Versions of one registered model. Every method may be called again after a crash. */
final class VersionPublisher {
  private static final Logger LOG = Logger.getLogger(VersionPublisher.class);

  /** Tells our registry to keep stage Production and this alias together. */
  private static final String ALIAS_TAG = "drivetrain.production_alias";

  /** Why a gate said no; written before the version is moved, so that a later try knows it. */
  private static final String TURNED_DOWN_TAG = "drivetrain.turned_down";

  /** Why a version left Staging although no gate said no: a resumed run takes it up again. */
  private static final String WITHDRAWN_TAG = "drivetrain.withdrawn";

  private static final Set<Stage> BEFORE_PRODUCTION = Set.of(Stage.NONE, Stage.STAGING);
  private static final int MOST_VERSIONS = 100;
  private static final int LONGEST_REASON = 4000;

  private final ModelRegistryClient registry;
  private final ModelSpec model;

  VersionPublisher(ModelRegistryClient registry, ModelSpec model) {
    this.registry = registry;
    this.model = model;
  }

  /**
   * The version that a pipeline run made, made now when there is none yet.
   *
   * @param record id of the run's record in the registry
   * @param modelId of the logged model that it is made of; empty in runs of earlier releases
   * @param source where the files are
   * @param tags with the id of the pipeline run: runs that are resumed share a record
   */
  ModelVersion versionOf(
      String record, Optional<String> modelId, String source, Map<String, String> tags) {
    registry.ensureRegisteredModel(model.name(), Map.of(ALIAS_TAG, model.alias()));
    String pipelineRun = tags.get(TrackingRuns.RUN_TAG);
    return madeFrom(record).stream()
        .filter(version -> pipelineRun.equals(version.tags().get(TrackingRuns.RUN_TAG)))
        .findFirst()
        .orElseGet(() -> create(record, modelId, source, tags));
  }

  private ModelVersion create(
      String record, Optional<String> modelId, String source, Map<String, String> tags) {
    return modelId.isPresent()
        ? registry.createVersionOf(model.name(), modelId.orElseThrow(), record, tags)
        : registry.createVersion(model.name(), source, record, tags);
  }

  /** All versions of a record, the newest first. */
  List<ModelVersion> madeFrom(String record) {
    return registry
        .searchVersions(
            "run_id = '%s'".formatted(record), MOST_VERSIONS, List.of("version_number DESC"), "")
        .entries()
        .stream()
        .filter(version -> version.name().equals(model.name()))
        .toList();
  }

  ModelVersion version(String version) {
    return registry.version(model.name(), version);
  }

  Optional<ModelVersion> inProduction() {
    return registry.latestVersion(model.name(), Stage.PRODUCTION);
  }

  /** Moves a version to Staging, and what was there to Archived. */
  void toStaging(String version, String reason) {
    ModelVersion staged = move(version, Stage.STAGING, true, Change.because(reason));
    if (staged.tags().containsKey(WITHDRAWN_TAG)) {
      registry.deleteVersionTag(model.name(), version, WITHDRAWN_TAG);
    }
  }

  /** Whether a version is in Staging, or was withdrawn from there and can be taken up again. */
  boolean isStaged(String version) {
    ModelVersion now = version(version);
    return now.stage() == Stage.STAGING || isWithdrawn(now);
  }

  private static boolean isWithdrawn(ModelVersion version) {
    return version.stage() == Stage.ARCHIVED && version.tags().containsKey(WITHDRAWN_TAG);
  }

  /** Moves a version back to Staging that an earlier end of the run withdrew from there. */
  void takeUp(String version, String reason) {
    ModelVersion now = version(version);
    if (isWithdrawn(now)) {
      toStaging(version, reason);
    }
  }

  /**
   * Moves a version from Staging to Production and gives it the alias, and what was there to
   * Archived. A worker that was frozen while its run was stopped finds its version withdrawn.
   *
   * @param champion the version that must be in production until then; "" for none
   */
  void toProduction(String version, String champion, String reason) {
    Change because = Change.because(reason);
    Change change = champion.isEmpty() ? because.ifHeldByNobody() : because.ifHeldBy(champion);
    ModelVersion promoted = move(version, Stage.PRODUCTION, true, change.ifIn(Stage.STAGING));
    // Our registry has moved the alias along with the stage; other MLflow servers have not.
    if (!promoted.aliases().contains(model.alias())
        && !version(version).aliases().contains(model.alias())) {
      registry.setAlias(model.name(), model.alias(), version, change);
    }
  }

  /** Why a gate has turned a version down already; empty when none has. */
  Optional<String> turnedDown(String version) {
    return Optional.ofNullable(version(version).tags().get(TURNED_DOWN_TAG));
  }

  /** A gate said no: moves a version out of the way; one in production stays there. */
  void turnDown(String version, String reason) {
    registry.setVersionTag(model.name(), version, TURNED_DOWN_TAG, fitting(reason));
    archive(version, reason);
  }

  /** The run of a version came to nothing: moves it out of the way until the run is resumed. */
  void withdraw(ModelVersion version, String reason) {
    if (BEFORE_PRODUCTION.contains(version.stage())) {
      registry.setVersionTag(model.name(), version.version(), WITHDRAWN_TAG, fitting(reason));
      archive(version.version(), reason);
    }
  }

  /**
   * A gate said no to a version that may be in production: then the one before it is put back
   * there, unless somebody else has changed production since.
   *
   * @param champion that was in production before; "" for none
   */
  void takeBack(String version, String champion, String reason) {
    turnDown(version, reason);
    if (version(version).stage() == Stage.PRODUCTION) {
      unlessOvertaken(() -> {
        if (champion.isEmpty()) {
          leaveProduction(version, reason);
        } else {
          putBack(champion, version, reason);
        }
      });
    }
  }

  private void putBack(String champion, String version, String reason) {
    Change change = Change.because(fitting(reason)).ifHeldBy(version);
    ModelVersion back = transition(champion, Stage.PRODUCTION, true, change);
    if (!back.aliases().contains(model.alias())
        && !version(champion).aliases().contains(model.alias())) {
      registry.setAlias(model.name(), model.alias(), champion, change);
    }
  }

  private void leaveProduction(String version, String reason) {
    Change change = Change.because(fitting(reason)).ifIn(Stage.PRODUCTION);
    transition(version, Stage.ARCHIVED, false, change);
    if (version(version).aliases().contains(model.alias())) {
      registry.deleteAlias(model.name(), model.alias());
    }
  }

  private void archive(String version, String reason) {
    Stage stage = version(version).stage();
    if (BEFORE_PRODUCTION.contains(stage)) {
      Change change = Change.because(fitting(reason)).ifIn(stage);
      unlessOvertaken(() -> transition(version, Stage.ARCHIVED, false, change));
    }
  }

  /** Somebody who moved it in the meantime knows better. */
  private static void unlessOvertaken(Runnable change) {
    try {
      change.run();
    } catch (RegistryClientException conflict) {
      if (conflict.errorCode() != ErrorCode.RESOURCE_CONFLICT) {
        throw conflict;
      }
    }
  }

  private ModelVersion move(String version, Stage stage, boolean archiveExisting, Change change) {
    ModelVersion now = version(version);
    return now.stage() == stage ? now : transition(version, stage, archiveExisting, change);
  }

  private ModelVersion transition(
      String version, Stage stage, boolean archiveExisting, Change change) {
    ModelVersion moved =
        registry.transitionStage(model.name(), version, stage, archiveExisting, change);
    LOG.infof("Version %s of %s is now in %s", version, model.name(), stage.wireName());
    return moved;
  }

  private static String fitting(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }
}
