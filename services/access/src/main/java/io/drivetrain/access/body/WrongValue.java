package io.drivetrain.access.body;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.drivetrain.access.problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** A value that is not of the kind that its field takes. */
final class WrongValue {
  private static final int LONGEST_SHOWN = 100;

  private WrongValue() {}

  /**
   * @param name of the field in the body; empty for the body itself
   * @param value of that field
   */
  static FieldError describe(String name, JsonNode value, JsonMappingException unfit) {
    var path = new StringBuilder(name);
    var wrong = value;
    for (var step : unfit.getPath()) {
      boolean isElement = step.getFieldName() == null;
      path.append(isElement ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
      wrong = isElement ? wrong.path(step.getIndex()) : wrong.path(step.getFieldName());
    }
    var field = name.isEmpty() && !path.isEmpty() ? path.substring(1) : path.toString();
    if (unfit instanceof UnrecognizedPropertyException unknown) {
      return UnknownField.describe(
          field,
          unknown.getPropertyName(),
          unknown.getKnownPropertyIds().stream().map(Object::toString).toList());
    }
    return new FieldError(
        field, "WRONG_TYPE", "must be %s, not %s".formatted(expected(unfit), actual(wrong)));
  }

  private static String actual(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> quoted(value.asText());
      case NUMBER, BOOLEAN -> value.asText();
      case NULL, MISSING -> "null";
      case ARRAY -> "an array";
      case OBJECT, POJO, BINARY -> "an object";
    };
  }

  private static String quoted(String text) {
    return text.length() <= LONGEST_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, LONGEST_SHOWN) + "…'";
  }

  private static String expected(JsonMappingException unfit) {
    var type = unfit instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type == null) {
      return "of another kind";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a time such as 2026-01-31T00:00:00Z";
    }
    if (type == Duration.class) {
      return "a duration such as PT30S";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (isWhole(type)) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
  }

  private static boolean isWhole(Class<?> type) {
    return type == Integer.class || type == int.class || type == Long.class || type == long.class;
  }
}
