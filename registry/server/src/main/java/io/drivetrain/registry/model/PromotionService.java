package io.drivetrain.registry.model;

import static io.drivetrain.registry.audit.Action.ALIAS_MOVED;
import static io.drivetrain.registry.audit.Action.STAGE_MOVED;

import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfModel;
import io.drivetrain.registry.audit.Subject.OfVersion;
import io.drivetrain.registry.model.ModelVersionRequest.TransitionStage;
import io.drivetrain.registry.model.RegisteredModelRequest.DeleteAlias;
import io.drivetrain.registry.model.RegisteredModelRequest.SetAlias;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves stages and aliases, each in one transaction that holds the row of the model.
 *
 * <p>A model with the tag {@code drivetrain.production_alias} has exactly one version in
 * Production, the one with that alias: moving either moves the other, and the version before goes
 * to Archived. For every other model stages and aliases are independent, as in MLflow.
 */
@ApplicationScoped
@Transactional
public class PromotionService {
  private static final String LATEST = "latest";
  private static final int MAX_REASON = 5000;

  private final RegisteredModelRepository models;
  private final ModelVersionRepository versions;
  private final ModelChanges changes;

  PromotionService(
      RegisteredModelRepository models, ModelVersionRepository versions, ModelChanges changes) {
    this.models = models;
    this.versions = versions;
    this.changes = changes;
  }

  public ModelVersion moveToStage(TransitionStage request) {
    var stage = Stage.of(request.stage());
    if (request.archiveExistingVersions() && !stage.isInUse()) {
      throw RegistryException.invalid(
          "Model version transition cannot archive existing model versions because '%s' is not an Active stage. Valid stages are Staging and Production."
              .formatted(stage.wireName()));
    }
    Fields.maxLength("Reason", request.reason(), MAX_REASON);
    var version = lockVersion(request.name(), request.version());
    checkExpected(
        request.expectedVersion(),
        stage.wireName(),
        versions.inStage(version.model, stage).stream()
            .findFirst()
            .map(v -> v.version)
            .orElse(null));
    checkExpectedStage(request.expectedStage(), version);
    var alias = version.model.productionAlias();
    boolean leavesProduction = version.stage == Stage.PRODUCTION && stage != Stage.PRODUCTION;
    if (request.archiveExistingVersions() || (alias.isPresent() && stage == Stage.PRODUCTION)) {
      archiveOthers(version, stage, request.reason());
    }
    move(version, stage, request.reason());
    if (alias.isPresent() && stage == Stage.PRODUCTION) {
      pointAlias(version.model, alias.get(), version.version, request.reason());
    }
    if (alias.isPresent() && leavesProduction) {
      pointAlias(version.model, alias.get(), null, request.reason());
    }
    return version.toWireWithAliases();
  }

  public void setAlias(SetAlias request) {
    ModelName.checkAlias(request.alias());
    Fields.maxLength("Reason", request.reason(), MAX_REASON);
    var version = lockVersion(request.name(), request.version());
    var model = version.model;
    checkExpected(request.expectedVersion(), request.alias(), model.aliases.get(request.alias()));
    pointAlias(model, request.alias(), version.version, request.reason());
    if (isProductionAlias(model, request.alias())) {
      archiveOthers(version, Stage.PRODUCTION, request.reason());
      move(version, Stage.PRODUCTION, request.reason());
    }
  }

  /** An alias that is not there is no error. */
  public void deleteAlias(DeleteAlias request) {
    Fields.maxLength("Reason", request.reason(), MAX_REASON);
    var model = lock(request.name());
    var holder = model.aliases.get(request.alias());
    checkExpected(request.expectedVersion(), request.alias(), holder);
    if (holder == null) {
      return;
    }
    pointAlias(model, request.alias(), null, request.reason());
    if (isProductionAlias(model, request.alias())) {
      versions
          .inStage(model, Stage.PRODUCTION)
          .forEach(version -> move(version, Stage.ARCHIVED, request.reason()));
    }
  }

  /** An unknown alias is a wrong parameter to MLflow, not a missing resource. */
  public ModelVersion versionByAlias(String name, String alias) {
    var model = models.byName(name).orElseThrow(() -> RegisteredModelService.unknown(name));
    var version =
        alias.equalsIgnoreCase(LATEST)
            ? versions.latest(model)
            : Optional.ofNullable(model.aliases.get(alias))
                .flatMap(number -> versions.byNumber(model, number));
    return version
        .map(ModelVersionEntity::toWireWithAliases)
        .orElseThrow(() -> Refusal.NO_ALIAS.with(alias));
  }

  private void archiveOthers(ModelVersionEntity version, Stage stage, String reason) {
    versions.inStage(version.model, stage).stream()
        .filter(other -> other != version)
        .forEach(other -> move(other, Stage.ARCHIVED, reason));
  }

  private void move(ModelVersionEntity version, Stage stage, String reason) {
    var before = version.stage;
    version.moveTo(stage, changes.now());
    if (before == stage) {
      changes.touch(version.model);
      return;
    }
    changes.record(
        version.model,
        Change.of(STAGE_MOVED, version.subject(), before.wireName(), stage.wireName())
            .because(reason));
  }

  private void pointAlias(
      RegisteredModelEntity model, String alias, Integer target, String reason) {
    var before = target == null ? model.aliases.remove(alias) : model.aliases.put(alias, target);
    if (!Objects.equals(before, target)) {
      var subject = target == null ? new OfModel(model.name) : new OfVersion(model.name, target);
      var change = Change.of(ALIAS_MOVED, subject, alias, held(alias, before), held(alias, target));
      changes.note(model, change.because(reason));
    }
  }

  private static String held(String alias, Integer version) {
    return version == null ? null : alias + "=" + version;
  }

  private static boolean isProductionAlias(RegisteredModelEntity model, String alias) {
    return model.productionAlias().filter(alias::equals).isPresent();
  }

  /** The optimistic guard: nothing changes unless the caller knows who holds the place now. */
  private static void checkExpected(String expected, String place, Integer holder) {
    if (expected == null) {
      return;
    }
    var current = holder == null ? "" : String.valueOf(holder);
    if (!current.equals(expected)) {
      throw RegistryException.conflict(
          "'%s' is held by %s, not by %s as expected. Nothing was changed."
              .formatted(place, describe(current), describe(expected)));
    }
  }

  /** The same for whoever means to move a version only from where it was last seen. */
  private static void checkExpectedStage(String expected, ModelVersionEntity version) {
    if (expected == null || version.stage == Stage.of(expected)) {
      return;
    }
    throw RegistryException.conflict(
        "Version %d is in %s, not in %s as expected. Nothing was changed."
            .formatted(version.version, version.stage.wireName(), Stage.of(expected).wireName()));
  }

  private static String describe(String version) {
    return version.isEmpty() ? "no version" : "version " + version;
  }

  private ModelVersionEntity lockVersion(String name, String number) {
    int version = ModelName.parseVersion(number);
    return versions
        .byNumber(lock(name), version)
        .orElseThrow(() -> ModelVersionService.unknown(name, number));
  }

  private RegisteredModelEntity lock(String name) {
    return models.lock(name).orElseThrow(() -> RegisteredModelService.unknown(name));
  }
}
