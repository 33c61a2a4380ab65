package io.drivetrain.models.schema;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

final class DateReader implements FieldReader {

  private final DateFeature feature;

  DateReader(DateFeature feature) {
    this.feature = feature;
  }

  @Override
  public Object read(Object raw, Issues issues) {
    return switch (raw) {
      case LocalDate date -> check(date, issues);
      case String text -> parse(text, issues);
      default -> issues.refuse(feature, IssueCode.WRONG_TYPE, FieldReader.kind(raw));
    };
  }

  private Object parse(String text, Issues issues) {
    try {
      return check(LocalDate.parse(text), issues);
    } catch (DateTimeParseException e) {
      return issues.refuse(feature, IssueCode.NOT_A_DATE, text);
    }
  }

  private Object check(LocalDate date, Issues issues) {
    return date.isBefore(feature.min()) || date.isAfter(feature.max())
        ? issues.refuse(feature, IssueCode.OUT_OF_RANGE, date)
        : date;
  }
}
