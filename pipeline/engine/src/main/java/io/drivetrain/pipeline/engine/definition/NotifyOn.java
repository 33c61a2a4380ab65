package io.drivetrain.pipeline.engine.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * When a run is notified of, as definitions write it: how it ended, or that it waits for approval.
 */
public enum NotifyOn {
  SUCCEEDED,
  REJECTED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  /** A step waits for an approval. */
  APPROVAL;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
