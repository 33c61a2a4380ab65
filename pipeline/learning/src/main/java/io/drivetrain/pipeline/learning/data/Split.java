package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.learning.data.definition.SplitSpec;

/**
 * Parts rows into training part and hold-out. The side of a row follows from the values of its
 * features and the seed, not from its place or the other rows: a row that is delivered again next
 * week, at another price perhaps, falls on the same side, so that a champion trained last week has
 * not seen this week's hold-out.
 */
record Split(SplitSpec spec) {
  /** Whether a row is in the hold-out. */
  boolean holdsOut(Row row, double target) {
    return holdsOut(row, Double.toString(target));
  }

  /**
   * Whether a row is in the hold-out.
   *
   * @param target as text
   */
  boolean holdsOut(Row row, String target) {
    return share(row, target) < spec.testShare();
  }

  /** Evenly spread over 0 to 1, always the same for the same content and seed. */
  private double share(Row row, String target) {
    long hash = spec.by() == SplitSpec.By.ROW ? RowHash.of(row, target) : RowHash.of(row);
    return (RowHash.mixed(hash + spec.seed() * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
  }
}
