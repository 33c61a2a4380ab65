package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;
import java.util.OptionalDouble;

final class NumberReader implements FieldReader {

  private final NumericFeature feature;

  NumberReader(NumericFeature feature) {
    this.feature = feature;
  }

  @Override
  public Object read(Object raw, Issues issues) {
    OptionalDouble number =
        switch (raw) {
          case Number given -> NumberText.finite(given);
          case String text -> parse(text);
          default -> OptionalDouble.empty();
        };
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
