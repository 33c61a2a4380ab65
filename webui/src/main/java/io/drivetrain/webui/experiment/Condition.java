package io.drivetrain.webui.experiment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A condition that somebody puts together without knowing MLflow's search language. */
public record Condition(RunField field, Operator operator, String value) {
  private static final double MILLIS_OF_A_SECOND = 1000;

  /** How a value is compared. */
  public enum Operator {
    EQUAL("=", true, true),
    NOT_EQUAL("!=", true, true),
    LESS("<", true, false),
    AT_MOST("<=", true, false),
    GREATER(">", true, false),
    AT_LEAST(">=", true, false),
    CONTAINS("ILIKE", false, true),
    PRESENT("IS NOT NULL", true, true),
    MISSING("IS NULL", true, true);

    private final String sign;
    private final boolean ofNumbers;
    private final boolean ofTexts;

    Operator(String sign, boolean ofNumbers, boolean ofTexts) {
      this.sign = sign;
      this.ofNumbers = ofNumbers;
      this.ofTexts = ofTexts;
    }

    public boolean takesValue() {
      return this != PRESENT && this != MISSING;
    }

    /** Those that the registry understands with a field. */
    public static List<Operator> of(RunField field) {
      return Arrays.stream(values())
          .filter(one -> field.isNumber() ? one.ofNumbers : one.ofTexts)
          .filter(one -> one.takesValue() || field.kind() != RunField.Kind.ATTRIBUTE)
          .toList();
    }
  }

  /**
   * In MLflow's search language; empty when the value is none for this field.
   *
   * @param zone in which a date begins
   */
  public Optional<String> text(ZoneId zone) {
    String compared = field.searchName() + " " + operator.sign;
    if (!operator.takesValue()) {
      return Optional.of(compared);
    }
    return literal(zone).map(literal -> compared + " " + literal);
  }

  private Optional<String> literal(ZoneId zone) {
    String typed = value.strip();
    if (field.equals(RunField.of(RunAttribute.START))) {
      return millis(typed, zone);
    }
    if (field.equals(RunField.of(RunAttribute.DURATION))) {
      return number(typed).map(seconds -> String.valueOf(Math.round(seconds * MILLIS_OF_A_SECOND)));
    }
    if (field.isNumber()) {
      return number(typed).map(_ -> typed.replace(',', '.'));
    }
    if (operator == Operator.CONTAINS) {
      return Optional.of(SearchText.quoted("%" + typed + "%"));
    }
    return Optional.of(SearchText.quoted(typed));
  }

  /** Both marks of decimals that people write. */
  private static Optional<Double> number(String text) {
    String point = text.replace(',', '.');
    return point.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        ? Optional.of(Double.valueOf(point))
        : Optional.empty();
  }

  /** {@code 2026-11-30} or {@code 2026-11-30T08:15}. */
  private static Optional<String> millis(String text, ZoneId zone) {
    try {
      LocalDateTime time =
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
      return Optional.of(String.valueOf(time.atZone(zone).toInstant().toEpochMilli()));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
