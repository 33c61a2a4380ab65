package io.drivetrain.pipeline.engine.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When somebody is told of a run, as definitions write it: how it ended, or that it asks. */
public enum Occasion {
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  /** A step waits for a person. */
  APPROVAL;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
