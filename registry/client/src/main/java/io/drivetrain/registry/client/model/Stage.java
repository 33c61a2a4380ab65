package io.drivetrain.registry.client.model;

/** Stage of a model version, as MLflow names them. */
public enum Stage {
  NONE("None"),
  STAGING("Staging"),
  PRODUCTION("Production"),
  ARCHIVED("Archived");

  private final String wireName;

  Stage(String wireName) {
    this.wireName = wireName;
  }

  /** MLflow's spelling: {@code Production}. */
  public String wireName() {
    return wireName;
  }

  /** Reads MLflow's spelling in any case. */
  public static Stage ofWire(String name) {
    for (Stage stage : values()) {
      if (stage.wireName.equalsIgnoreCase(name)) {
        return stage;
      }
    }
    throw new IllegalArgumentException(
        "Unknown stage '%s': use None, Staging, Production or Archived".formatted(name));
  }
}
