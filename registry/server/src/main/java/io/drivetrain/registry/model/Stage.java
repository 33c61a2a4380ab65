package io.drivetrain.registry.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.List;

/** Where a version is on its way to use. */
public enum Stage {
  NONE("None"),
  STAGING("Staging"),
  PRODUCTION("Production"),
  ARCHIVED("Archived");

  @EnumeratedValue private final String wireName;

  Stage(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** In any case of letters. */
  static Stage of(String name) {
    return Arrays.stream(values())
        .filter(stage -> stage.wireName.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            RegistryException.invalid(
                "Invalid Model Version stage: %s. Value must be one of %s."
                    .formatted(name, Arrays.stream(values()).map(Stage::wireName).toList())));
  }

  /** Of no names: every stage. */
  static List<Stage> listOf(List<String> names) {
    return names == null || names.isEmpty()
        ? List.of(values())
        : names.stream().map(Stage::of).distinct().toList();
  }

  /** Whether the version in use moves aside for another one. */
  boolean isInUse() {
    return this == STAGING || this == PRODUCTION;
  }
}
