package io.drivetrain.pipeline.learning.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a failed expectation means. */
public enum Severity {
  /** The data is rejected. */
  ERROR,
  /** It stands in the report. */
  WARN;

  @JsonValue
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
