package io.drivetrain.pipeline.api.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a failed expectation or a failed gate means. */
public enum Severity {
  /** The data or the model is rejected. */
  ERROR,

  /** It is reported and nothing is rejected. */
  WARN;

  /** In JSON and in definitions. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
