package io.drivetrain.pipeline.learning.data;

import java.util.Locale;

/** What becomes of a row of a file: every different row is in one part. */
public enum Part {
  /** A value is missing or not accepted. */
  REFUSED,
  /** It has the same values as an earlier row, in another spelling. */
  DUPLICATE,
  /** It belongs to the training part, and its target lies too far outside to be learned from. */
  OUTLIER,
  /** It is learned from. */
  TRAINING,
  /** It is measured on. */
  HOLD_OUT;

  /** As the prepared data has it: {@code hold-out}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Part of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
