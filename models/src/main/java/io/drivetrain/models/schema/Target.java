package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import java.util.OptionalDouble;

/**
 * What a model predicts: a number.
 *
 * @param unit of the number, such as {@code MAD}; empty when there is none
 * @param source header of its column in the training data
 */
public record Target(String name, Label label, String unit, String source) {

  public Target {
    FeatureName.check(name, label);
    unit = unit == null ? "" : unit;
    source = FeatureName.sourceOr(source, name);
  }

  /** The number in a cell of the target's column; empty when the cell holds no finite number. */
  public OptionalDouble parse(Object cell) {
    return switch (cell) {
      case Number number -> NumberText.finite(number);
      case CharSequence text -> NumberText.parse(Texts.clean(text.toString()));
      case null, default -> OptionalDouble.empty();
    };
  }
}
