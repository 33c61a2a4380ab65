package io.drivetrain.models.schema;

import java.time.LocalDate;

/** A day, written {@code yyyy-MM-dd}, between two days that are both accepted. */
public record DateFeature(
    String name, Label label, String source, boolean required, LocalDate min, LocalDate max)
    implements Feature {

  public DateFeature {
    FeatureName.check(name, label);
    source = FeatureName.sourceOr(source, name);
    if (min == null || max == null || min.isAfter(max)) {
      throw FeatureName.refused(name, "min and max must be days, the first not after the second");
    }
  }

  @Override
  public String accepted() {
    return "yyyy-MM-dd, " + min + " .. " + max;
  }
}
