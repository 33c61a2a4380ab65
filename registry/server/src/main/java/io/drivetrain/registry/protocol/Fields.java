package io.drivetrain.registry.protocol;

/** Checks of single request fields. */
public final class Fields {
  private Fields() {}

  /** For the constructors of request records; {@link RequestReader} completes the path. */
  public static void required(String field, Object value) {
    if (value == null) {
      throw new InvalidFieldException(field, Refusal.MISSING_VALUE.template());
    }
  }

  /** As {@link #required}, where MLflow counts an empty text as missing too. */
  public static void requiredText(String field, String value) {
    if (value == null || value.isEmpty()) {
      throw new InvalidFieldException(field, Refusal.MISSING_VALUE.template());
    }
  }

  public static void notNegative(String field, long value) {
    if (value < 0) {
      throw new InvalidFieldException(
          field,
          "Invalid value " + value + " for parameter '%s' supplied: it must not be negative.");
    }
  }

  /** A required text of a query string: MLflow counts an empty one as missing. */
  public static String requiredQuery(String parameter, String value) {
    if (value == null || value.isEmpty()) {
      throw RegistryException.missing(parameter);
    }
    return value;
  }

  /** A whole number of a query string, or the default where there is none. */
  public static long wholeNumber(String parameter, String value, long otherwise) {
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw Refusal.WRONG_TYPE.with(PythonJson.write(value), parameter, "str", "a whole number");
    }
  }

  /** How many results a page may have, between 1 and the limit. */
  public static int pageSize(Long maxResults, long limit) {
    Fields.required("max_results", maxResults);
    if (maxResults < 1 || maxResults > limit) {
      throw Refusal.WRONG_VALUE.with(
          maxResults, "max_results", "it must be between 1 and %d.".formatted(limit));
    }
    return Math.toIntExact(maxResults);
  }

  /**
   * @param what the field, as MLflow names it
   */
  public static void maxLength(String what, String value, int characters) {
    if (value != null && value.length() > characters) {
      throw Refusal.TOO_LONG.with(what, characters, value.length());
    }
  }
}
