package io.drivetrain.pipeline.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run can end, as definitions write it. */
public enum Outcome {
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
