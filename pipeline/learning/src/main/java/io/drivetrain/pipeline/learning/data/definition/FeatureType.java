package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The types of features; written in lower case in a definition. */
public enum FeatureType {
  NUMERIC(Number.class),
  CATEGORICAL(String.class),
  BOOLEAN(Boolean.class),
  TEXT(String.class),
  DATE(String.class);

  private final Class<?> valueType;

  FeatureType(Class<?> valueType) {
    this.valueType = valueType;
  }

  /** What YAML gives for a value of this type. */
  Class<?> valueType() {
    return valueType;
  }

  @JsonValue
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
