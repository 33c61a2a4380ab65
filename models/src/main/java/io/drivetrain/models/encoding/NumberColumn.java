package io.drivetrain.models.encoding;

import java.util.List;

/**
 * A number as it is, a boolean as 1 and 0, a date as days since 1970-01-01.
 *
 * @param fill stands for a missing value: the median of the training rows
 */
public record NumberColumn(String feature, double fill) implements Column {

  public NumberColumn {
    Finite.check(feature, "fill", fill);
  }

  @Override
  public String name() {
    return feature;
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }
}
