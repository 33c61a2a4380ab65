package io.drivetrain.models.encoding;

import java.util.HashSet;
import java.util.List;

/**
 * The place of a category in an order.
 *
 * @param levels the first is 0, the next 1, and so on
 * @param unseen stands for a value outside the levels
 * @param missing stands for a missing value
 */
public record LevelColumn(String feature, List<String> levels, double unseen, double missing)
    implements Column {

  public LevelColumn {
    Finite.check(feature, "unseen", unseen);
    Finite.check(feature, "missing", missing);
    levels = List.copyOf(levels);
    if (levels.isEmpty() || new HashSet<>(levels).size() != levels.size()) {
      throw new IllegalArgumentException(
          "column " + feature + "_level: needs levels, each of them once");
    }
  }

  @Override
  public String name() {
    return feature + "_level";
  }

  @Override
  public List<String> features() {
    return List.of(feature);
  }
}
