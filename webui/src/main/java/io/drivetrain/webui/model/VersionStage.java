package io.drivetrain.webui.model;

import io.drivetrain.registry.client.model.Stage;

/** Where a version is on its way to use. */
public enum VersionStage {
  NONE(Stage.NONE),
  STAGING(Stage.STAGING),
  PRODUCTION(Stage.PRODUCTION),
  ARCHIVED(Stage.ARCHIVED);

  private final Stage registered;

  VersionStage(Stage registered) {
    this.registered = registered;
  }

  static VersionStage of(Stage stage) {
    return switch (stage) {
      case NONE -> NONE;
      case STAGING -> STAGING;
      case PRODUCTION -> PRODUCTION;
      case ARCHIVED -> ARCHIVED;
    };
  }

  Stage registered() {
    return registered;
  }

  /** As MLflow spells it: {@code Production}. */
  public String wireName() {
    return registered.wireName();
  }

  /** The key of its name in the bundles. */
  public String textKey() {
    return "stage." + wireName();
  }

  /** Whether a version in it moves aside for the next one. */
  boolean isInUse() {
    return this == STAGING || this == PRODUCTION;
  }
}
