package io.drivetrain.registry.protocol;

/** Checks of single request fields. */
public final class Fields {
  private Fields() {}

  /** For the constructors of request records; {@link RequestReader} completes the path. */
  public static void required(String field, Object value) {
    if (value == null) {
      throw new InvalidFieldException(field, "Missing value for required parameter '%s'.");
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
      throw RegistryException.invalid(
          "Invalid value '%s' for parameter '%s' supplied: expected a whole number."
              .formatted(value, parameter));
    }
  }

  /** How many results a page may have, between 1 and the limit. */
  public static int pageSize(Long maxResults, long limit) {
    Fields.required("max_results", maxResults);
    if (maxResults < 1 || maxResults > limit) {
      throw RegistryException.invalid(
          "Invalid value %d for parameter 'max_results' supplied: it must be between 1 and %d."
              .formatted(maxResults, limit));
    }
    return Math.toIntExact(maxResults);
  }

  public static void maxLength(String what, String value, int characters) {
    if (value != null && value.length() > characters) {
      throw RegistryException.invalid(
          "%s exceeds the limit of %d characters: it has %d."
              .formatted(what, characters, value.length()));
    }
  }
}
