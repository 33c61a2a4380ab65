package io.drivetrain.models.encoding;

import java.util.List;

/** 1 where the feature is missing, else 0. */
public record MissingColumn(String feature) implements Column {

  public MissingColumn {
    if (feature == null) {
      throw new IllegalArgumentException("a missing column needs a feature");
    }
  }

  @Override
  public String name() {
    return feature + "_missing";
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }
}
