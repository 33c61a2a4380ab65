package io.drivetrain.models.schema;

/** Reads the values of one feature. */
sealed interface FieldReader
    permits NumberReader, CategoryReader, BooleanReader, TextReader, DateReader {

  /**
   * @param raw present: a cleaned, non-empty String, a Number, a Boolean or a LocalDate
   * @return the typed value, or {@link Row#MISSING} after an error went to the issues
   */
  Object read(Object raw, Issues issues);

  static FieldReader of(Feature feature) {
    return switch (feature) {
      case NumericFeature numeric -> new NumberReader(numeric);
      case CategoricalFeature categorical -> new CategoryReader(categorical);
      case BooleanFeature flag -> new BooleanReader(flag);
      case TextFeature text -> new TextReader(text);
      case DateFeature date -> new DateReader(date);
    };
  }

  /** The kind of a value in words that a caller of the API knows. */
  static String kind(Object raw) {
    return switch (raw) {
      case Number _ -> "number";
      case Boolean _ -> "boolean";
      case CharSequence _ -> "string";
      case Iterable<?> _ -> "list";
      case java.time.LocalDate _ -> "date";
      default -> raw.getClass().isArray() ? "list" : "object";
    };
  }
}
