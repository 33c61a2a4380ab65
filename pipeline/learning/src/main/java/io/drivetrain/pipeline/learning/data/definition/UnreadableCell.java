package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a cell of an optional feature that is no value of it. */
public enum UnreadableCell {
  /** The feature is missing in the row. */
  @JsonProperty("missing")
  MISSING,
  /** The row is refused. */
  @JsonProperty("refuse-row")
  REFUSE_ROW
}
