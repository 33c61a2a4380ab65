package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Deleting an experiment or a run hides it; it stays readable and can be restored. */
public enum LifecycleStage {
  ACTIVE,
  DELETED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
