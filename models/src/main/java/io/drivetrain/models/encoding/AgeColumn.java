package io.drivetrain.models.encoding;

import java.util.List;

/**
 * Years up to a reference year; negative after it.
 *
 * @param reference the year of age 0
 * @param fill stands for a missing value, in years: the median of the training rows
 */
public record AgeColumn(String feature, int reference, double fill) implements Column {

  public AgeColumn {
    Finite.check(feature, "fill", fill);
  }

  @Override
  public String name() {
    return feature + "_age";
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }
}
