package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run of a pipeline may change.
 *
 * @param name {@code train.trees}
 * @param defaultValue what it is when a run says nothing
 * @param min smallest number
 * @param max largest number
 * @param description one sentence for people; may be empty
 */
public record Parameter(
    String name,
    Type type,
    @JsonProperty("default") Object defaultValue,
    Optional<Double> min,
    Optional<Double> max,
    String description) {

  public Parameter {
    description = Objects.requireNonNullElse(description, "");
  }

  /** What a parameter may hold. */
  public enum Type {
    /** Also one that only a newer pipeline service knows. */
    @JsonEnumDefaultValue
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    /** A file below the data folder. */
    FILE
  }
}
