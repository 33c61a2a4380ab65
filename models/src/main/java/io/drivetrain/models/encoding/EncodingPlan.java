package io.drivetrain.models.encoding;

import java.util.List;

/**
 * What a pipeline definition asks for. As YAML:
 *
 * <pre>
 * encoding:
 *   target: log
 *   columns:
 *     - {type: number, feature: mileage_km}
 *     - {type: age, feature: year}
 *     - {type: levels, feature: condition, levels: [Correct, Bon, Très bon, Excellent]}
 *     - {type: indicator, feature: fuel, value: Diesel}
 *     - {type: target_mean, features: [brand, model], smoothing: 10}
 *     - {type: missing, feature: gearbox}
 *     - {type: text, feature: comment, grams: words, from: 1, to: 2}
 * </pre>
 *
 * @param target the scale of learning; absent = identity
 * @param columns in the order of the model's inputs; at least one
 */
public record EncodingPlan(TargetTransform target, List<ColumnPlan> columns) {

  public EncodingPlan {
    target = target == null ? TargetTransform.IDENTITY : target;
    if (columns == null || columns.isEmpty()) {
      throw new IllegalArgumentException("an encoding needs at least one column");
    }
    columns = List.copyOf(columns);
  }
}
