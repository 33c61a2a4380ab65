package io.drivetrain.registry.client.audit;

/** What happened to a registered model or one of its versions. */
public enum AuditAction {
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
  /** Before and after are stages of one version, as MLflow spells them. */
  STAGE_MOVED,
  /** Before and after are {@code alias=version}, empty for none; the key is the alias. */
  ALIAS_MOVED,
  /** One that is not about models, or that this client does not know. */
  OTHER;

  static AuditAction ofWire(String name) {
    for (AuditAction action : values()) {
      if (action.name().equals(name)) {
        return action;
      }
    }
    return OTHER;
  }
}
