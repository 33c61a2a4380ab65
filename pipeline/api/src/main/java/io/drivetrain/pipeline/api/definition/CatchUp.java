package io.drivetrain.pipeline.api.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens to firings that were missed while no replica was running. */
public enum CatchUp {
  /** They are dropped; the next firing is the next one of the schedule. */
  NONE,
  /** The latest of them fires at once. */
  LATEST,
  /** All of them fire at once, oldest first; of more than catchUpLimit the latest ones. */
  ALL;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
