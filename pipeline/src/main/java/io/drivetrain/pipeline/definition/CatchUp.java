package io.drivetrain.pipeline.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of firings that were missed while no replica was up. */
public enum CatchUp {
  /** They are dropped; the next firing is the next one of the schedule. */
  NONE,
  /** The latest of them fires at once. */
  LATEST;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
