package io.drivetrain.models.encoding;

import java.util.List;

/** 1 where a category has the value, 0 where it has another one or is missing. */
public record IndicatorColumn(String feature, String value) implements Column {

  public IndicatorColumn {
    if (feature == null || value == null || value.isEmpty()) {
      throw new IllegalArgumentException("an indicator column needs a feature and a value");
    }
  }

  @Override
  public String name() {
    return feature + "_is_" + value;
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }
}
