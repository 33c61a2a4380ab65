package io.drivetrain.models.estimator;

/** What a split asks of its input. The order is that of the codes in a bundle's file. */
public enum SplitKind {

  /** At most the threshold: left. Missing: right. */
  MISSING_RIGHT,

  /** At most the threshold, or missing: left. */
  MISSING_LEFT,

  /** In a {@link CategorySet}: left. Missing: right. */
  CATEGORIES
}
