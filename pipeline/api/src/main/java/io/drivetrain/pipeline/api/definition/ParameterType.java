package io.drivetrain.pipeline.api.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run parameter may hold. Written in lower case in definitions and answers. */
public enum ParameterType {
  /** Any text. */
  TEXT("a text"),
  /** A whole number that fits 32 bits. */
  INTEGER("a whole number"),
  /** A finite number. */
  NUMBER("a number"),
  /** true or false. */
  BOOLEAN("true or false"),
  /** A file below the data folder, parts separated by {@code /}; no part is {@code ..}. */
  FILE("a file below the data folder");

  private final String words;

  ParameterType(String words) {
    this.words = words;
  }

  /** For messages: "must be a whole number". */
  public String words() {
    return words;
  }

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
