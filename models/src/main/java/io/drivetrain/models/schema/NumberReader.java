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
    OptionalDouble number =
        switch (raw) {
          case Number given -> NumberText.finite(given);
          case String text -> parse(unit.without(text));
          default -> OptionalDouble.empty();
        };
    if (number.isEmpty()
        && raw instanceof String text
        && NumberText.isAmbiguous(unit.without(text), feature.integer())) {
      return ambiguous(text, issues);
    }
    if (number.isEmpty()) {
      IssueCode code =
          raw instanceof Number || raw instanceof String
              ? IssueCode.NOT_A_NUMBER
              : IssueCode.WRONG_TYPE;
      return issues.refuse(
          feature, code, code == IssueCode.WRONG_TYPE ? FieldReader.kind(raw) : raw);
    }
    return check(number.getAsDouble(), raw, issues);
  }

  /** {@code 120,000} with both of its readings. */
  private Object ambiguous(String text, Issues issues) {
    String number = unit.without(text);
    issues.add(
        feature.name(),
        IssueCode.AMBIGUOUS_NUMBER,
        Texts.quotable(text),
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
