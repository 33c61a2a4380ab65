package io.drivetrain.pipeline.api.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens to a new run while another run of the pipeline has not ended. */
public enum Concurrency {
  /** It waits until those before it have ended. */
  QUEUE,
  /** It is refused. */
  REJECT,
  /** It waits, and those before it are cancelled. */
  REPLACE;

  /** As it is written in definitions and answers. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
