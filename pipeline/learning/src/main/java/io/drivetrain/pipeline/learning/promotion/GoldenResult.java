package io.drivetrain.pipeline.learning.promotion;

import java.util.Locale;

/**
 * What became of one golden record.
 *
 * @param value predicted, in the target's unit; null when the row was refused
 * @param problem empty when it passed
 */
record GoldenResult(
    String name, double min, double max, Double value, boolean passed, String problem) {

  static GoldenResult of(GoldenRecord record, double value) {
    boolean plausible = value >= record.min() && value <= record.max();
    String problem =
        plausible
            ? ""
            : String.format(
                Locale.ROOT,
                "'%s' is predicted at %,.0f, plausible is %,.0f to %,.0f",
                record.name(),
                value,
                record.min(),
                record.max());
    return new GoldenResult(record.name(), record.min(), record.max(), value, plausible, problem);
  }

  static GoldenResult refused(GoldenRecord record, String why) {
    return new GoldenResult(
        record.name(),
        record.min(),
        record.max(),
        null,
        false,
        "'%s' is refused: %s".formatted(record.name(), why));
  }
}
