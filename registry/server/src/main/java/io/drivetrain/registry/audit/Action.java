package io.drivetrain.registry.audit;

import io.drivetrain.registry.protocol.RegistryException;
import java.util.Arrays;
import java.util.List;

/** What can happen to a model, a run, an experiment or an artifact. */
public enum Action {
  MODEL_CREATED,
  /** Before and after are names. */
  MODEL_RENAMED,
  MODEL_DELETED,
  MODEL_TAG_SET,
  MODEL_TAG_DELETED,
  VERSION_CREATED,
  /** Before is the stage that it had. */
  VERSION_DELETED,
  VERSION_RESTORED,
  VERSION_PURGED,
  VERSION_TAG_SET,
  VERSION_TAG_DELETED,
  /** Before and after are stages of one version. */
  STAGE_MOVED,
  /** Before and after are {@code alias=version}, null for none; the key is the alias. */
  ALIAS_MOVED,
  RUN_CREATED,
  /** Before and after are statuses; after is one that a run ends with. */
  RUN_ENDED,
  /** Set back to one that a run does not end with; before and after are statuses. */
  RUN_REOPENED,
  RUN_DELETED,
  RUN_RESTORED,
  RUN_PURGED,
  RUN_TAG_SET,
  RUN_TAG_DELETED,
  EXPERIMENT_CREATED,
  /** Before and after are names. */
  EXPERIMENT_RENAMED,
  /** With all of its runs. */
  EXPERIMENT_DELETED,
  /** With all of its runs. */
  EXPERIMENT_RESTORED,
  /** With all of its runs; before is its name, which is free again. */
  EXPERIMENT_PURGED,
  EXPERIMENT_TAG_SET,
  EXPERIMENT_TAG_DELETED,
  /** Before and after are the SHA-256; before is absent for a new file. */
  ARTIFACT_WRITTEN,
  /** A file, or a folder with everything in it. */
  ARTIFACT_DELETED,
  /** The folder of something that has left the trash. */
  ARTIFACT_PURGED;

  public static Action of(String name) {
    return Arrays.stream(values())
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            RegistryException.invalid(
                "Unknown action '%s'. There are %s.".formatted(name, List.of(values()))));
  }
}
