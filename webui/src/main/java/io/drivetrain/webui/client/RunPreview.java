package io.drivetrain.webui.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a run would be if it were started now. */
public record RunPreview(Admission admission) {

  /** What becomes of a new run at first. */
  public enum Admission {
    /** It starts at once. */
    START,
    /** It waits for those before it. */
    QUEUE,
    /** It is refused. */
    REJECT,
    /** It cancels those before it. */
    REPLACE,
    /** One that only a newer pipeline service knows. */
    @JsonEnumDefaultValue
    OTHER
  }
}
