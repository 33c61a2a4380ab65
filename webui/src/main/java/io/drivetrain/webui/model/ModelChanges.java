package io.drivetrain.webui.model;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.model.Change;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import io.drivetrain.webui.registry.RegistryCallException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Changes models and versions. A move carries what its sender has seen: when that is no longer so,
 * nothing changes and the {@link RegistryCallException}, which every method throws, has a conflict.
 */
@ApplicationScoped
@FailsAsRegistryException
public class ModelChanges {
  private final RegistryClient registry;

  ModelChanges(RegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Moves a version to a stage; one that was in Staging or Production moves to Archived for it.
   *
   * @param model as it was seen
   * @param version as it was seen
   */
  public void move(Model model, Version version, VersionStage stage, String reason) {
    Change seen = Change.because(reason).ifIn(version.stage().registered());
    Change change = stage.isInUse() ? ifHeldBy(seen, model.newest(stage)) : seen;
    registry
        .models()
        .transitionStage(
            model.name(), version.number(), stage.registered(), stage.isInUse(), change);
  }

  /**
   * Puts the former version back into production, in one transaction with the alias that the
   * registry keeps together with it.
   */
  public void rollBack(Rollback rollback, String reason) {
    Change seen = Change.because(reason).ifIn(rollback.stage().registered());
    registry
        .models()
        .transitionStage(
            rollback.model(),
            rollback.to(),
            VersionStage.PRODUCTION.registered(),
            true,
            ifHeldBy(seen, rollback.from()));
  }

  /** Gives an alias to a version, taking it from the one that was seen with it. */
  public void setAlias(Model model, Version version, String alias, String reason) {
    Optional<String> holder = Optional.ofNullable(model.aliases().get(alias));
    registry
        .models()
        .setAlias(model.name(), alias, version.number(), ifHeldBy(Change.because(reason), holder));
  }

  public void removeAlias(Version version, String alias, String reason) {
    registry
        .models()
        .deleteAlias(version.model(), alias, Change.because(reason).ifHeldBy(version.number()));
  }

  public void describe(Model model, String text) {
    registry.models().describeModel(model.name(), text);
  }

  public void describe(Version version, String text) {
    registry.models().describeVersion(version.model(), version.number(), text);
  }

  public void setTag(Version version, String key, String value) {
    registry.models().setVersionTag(version.model(), version.number(), key, value);
  }

  public void removeTag(Version version, String key) {
    registry.models().deleteVersionTag(version.model(), version.number(), key);
  }

  private static Change ifHeldBy(Change change, Optional<String> holder) {
    return holder.map(change::ifHeldBy).orElseGet(change::ifHeldByNobody);
  }
}
