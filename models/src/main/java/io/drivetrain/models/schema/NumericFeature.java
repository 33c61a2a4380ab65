package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;

/**
 * A number.
 *
 * @param unit of the values, such as {@code km}; empty when there is none
 * @param integer only whole numbers are accepted
 * @param ranges the source also writes {@code 200 000 - 249 999}, which is read as its midpoint (a
 *     whole number when {@code integer}, halves up)
 * @param min smallest value accepted
 * @param max greatest value accepted
 * @param seenMin smallest value in the training data; a smaller one is accepted with a warning
 * @param seenMax greatest value in the training data; a greater one is accepted with a warning
 * @param defaultValue what a form starts with; null when there is none. Never put in silently.
 */
public record NumericFeature(
    String name,
    Label label,
    String source,
    boolean required,
    String unit,
    boolean integer,
    boolean ranges,
    double min,
    double max,
    double seenMin,
    double seenMax,
    Double defaultValue)
    implements Feature {

  public NumericFeature {
    FeatureName.check(name, label);
    source = FeatureName.sourceOr(source, name);
    unit = unit == null ? "" : unit;
    checkOrdered(name, "min", min, "max", max);
    checkOrdered(name, "seenMin", seenMin, "seenMax", seenMax);
    if (seenMin < min || seenMax > max) {
      throw FeatureName.refused(name, "the seen range is outside min and max");
    }
    if (defaultValue != null && !(defaultValue >= min && defaultValue <= max)) {
      throw FeatureName.refused(name, "the default value is outside min and max");
    }
  }

  /** A number of which no training data was seen yet. */
  public NumericFeature(
      String name,
      Label label,
      String source,
      boolean required,
      String unit,
      boolean integer,
      boolean ranges,
      double min,
      double max,
      Double defaultValue) {
    this(name, label, source, required, unit, integer, ranges, min, max, min, max, defaultValue);
  }

  @Override
  public String accepted() {
    String interval = NumberText.plain(min) + " .. " + NumberText.plain(max);
    return unit.isEmpty() ? interval : interval + " " + unit;
  }

  NumericFeature seenBetween(double low, double high) {
    return new NumericFeature(
        name, label, source, required, unit, integer, ranges, min, max, low, high, defaultValue);
  }

  private static void checkOrdered(
      String name, String lowName, double low, String highName, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw FeatureName.refused(
          name, lowName + " and " + highName + " must be numbers, the first not above the second");
    }
  }
}
