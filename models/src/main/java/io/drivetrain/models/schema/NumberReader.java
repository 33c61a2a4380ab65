package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import io.drivetrain.models.text.UnitText;
import java.util.OptionalDouble;

final class NumberReader implements FieldReader {

  private final NumericFeature feature;
  private final UnitText unit;

  NumberReader(NumericFeature feature) {
    this.feature = feature;
    this.unit = new UnitText(feature.unit());
  }

  @Override
  public Object read(Object raw, Issues issues) {
    Object bare = raw instanceof String text ? unit.without(text) : raw;
    OptionalDouble number =
        switch (bare) {
          case Number given -> NumberText.finite(given);
          case String text -> parse(text);
          default -> OptionalDouble.empty();
        };
    return number.isPresent()
        ? check(number.getAsDouble(), raw, issues)
        : refuse(raw, bare, issues);
  }

  /**
   * @param bare the same without its unit
   */
  private Object refuse(Object raw, Object bare, Issues issues) {
    return switch (bare) {
      case String text when NumberText.isAmbiguous(text, feature.integer()) ->
          ambiguous(raw, text, issues);
      case Number _, String _ -> issues.refuse(feature, IssueCode.NOT_A_NUMBER, raw);
      default -> issues.refuse(feature, IssueCode.WRONG_TYPE, FieldReader.kind(raw));
    };
  }

  /** {@code 120,000} with both of its readings. */
  private Object ambiguous(Object raw, String number, Issues issues) {
    issues.add(
        feature.name(),
        IssueCode.AMBIGUOUS_NUMBER,
        Texts.quotable(raw),
        number.replaceAll("[.,]", ""),
        number.replace(',', '.').replaceAll("\\.?0+$", ""));
    return Row.MISSING;
  }

  private OptionalDouble parse(String text) {
    OptionalDouble number =
        feature.integer() ? NumberText.parseInteger(text) : NumberText.parse(text);
    if (number.isPresent() || !feature.ranges()) {
      return number;
    }
    OptionalDouble midpoint = NumberText.midpoint(text);
    return feature.integer() && midpoint.isPresent()
        ? OptionalDouble.of(Math.floor(midpoint.getAsDouble() + 0.5))
        : midpoint;
  }

  private Object check(double number, Object raw, Issues issues) {
    if (feature.integer() && number != Math.rint(number)) {
      return issues.refuse(feature, IssueCode.NOT_AN_INTEGER, raw);
    }
    if (number < feature.min() || number > feature.max()) {
      return issues.refuse(feature, IssueCode.OUT_OF_RANGE, raw);
    }
    if (number < feature.seenMin() || number > feature.seenMax()) {
      issues.add(
          feature.name(),
          IssueCode.OUTSIDE_TRAINING_RANGE,
          NumberText.plain(number),
          NumberText.plain(feature.seenMin()),
          NumberText.plain(feature.seenMax()));
    }
    // -0.0 and 0.0 are one number; as Double they would differ.
    return number + 0.0;
  }
}
