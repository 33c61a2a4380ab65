package io.drivetrain.models.encoding;

import java.util.List;

/**
 * The mean of the target over training rows with the same values, on the scale of learning.
 *
 * @param features from the widest to the narrowest
 * @param means a level of nodes below the root for each feature
 */
public record TargetMeanColumn(List<String> features, MeanNode means) implements Column {

  public TargetMeanColumn {
    features = List.copyOf(features);
    if (features.isEmpty()
        || features.size() > ColumnPlan.MOST_GROUPED
        || means == null
        || means.depth() > features.size()) {
      throw new IllegalArgumentException(
          "column " + String.join("_", features) + "_mean: its means do not fit its features");
    }
  }

  @Override
  public String name() {
    return String.join("_", features) + "_mean";
  }
}
