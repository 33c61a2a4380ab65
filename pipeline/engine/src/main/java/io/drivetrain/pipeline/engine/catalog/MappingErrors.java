package io.drivetrain.pipeline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Translates Jackson's errors for authors of definitions. */
final class MappingErrors {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class);
  private static final Set<Class<?>> DECIMAL =
      Set.of(double.class, float.class, Double.class, Float.class);
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          String.class, "a text",
          Duration.class, "a duration such as PT10S",
          LocalDate.class, "a date such as 2026-01-31",
          Boolean.class, "true or false",
          boolean.class, "true or false",
          char.class, "one character",
          Character.class, "one character");

  /** Their messages are for programmers. */
  private static final Set<Class<? extends RuntimeException>> OF_THE_PLATFORM =
      Set.of(
          NumberFormatException.class,
          IndexOutOfBoundsException.class,
          DateTimeException.class,
          ClassCastException.class,
          ArithmeticException.class,
          PatternSyntaxException.class);

  private MappingErrors() {}

  /** The keys and list indexes that lead to the value. */
  static List<Object> path(JsonProcessingException error, List<Object> prefix) {
    List<Object> path = new ArrayList<>(prefix);
    if (error instanceof JsonMappingException mapping) {
      mapping.getPath().stream()
          .<Object>map(part -> part.getFieldName() == null ? part.getIndex() : part.getFieldName())
          .forEach(path::add);
    }
    if (error.getCause() instanceof DefinitionException refusal) {
      path.addAll(refusal.path());
    }
    return path;
  }

  /** The value that the error is about; a missing node where there is none. */
  static JsonNode value(JsonProcessingException error, JsonNode whole) {
    JsonNode value = whole;
    for (Object part : path(error, List.of())) {
      value = part instanceof Integer index ? value.path(index) : value.path(part.toString());
    }
    return value;
  }

  /**
   * @param value that the error is about, where there is one
   */
  static String message(JsonProcessingException error, JsonNode value) {
    return switch (error) {
      case ValueInstantiationException refused when isSaid(refused.getCause()) ->
          refused.getCause().getMessage();
      case ValueInstantiationException _ -> "a key is missing or has no value";
      case UnrecognizedPropertyException unknown ->
          "unknown key '%s'; %s"
              .formatted(
                  unknown.getPropertyName(),
                  Suggestion.among(names(unknown), unknown.getPropertyName()));
      case InvalidNullException _ -> "must not be empty";
      case InvalidTypeIdException unknown when unknown.getTypeId() != null ->
          "unknown type '%s'; %s"
              .formatted(
                  unknown.getTypeId(), Suggestion.among(types(unknown), unknown.getTypeId()));
      case InvalidTypeIdException missing ->
          "needs a type; " + Suggestion.among(types(missing), "");
      case InvalidFormatException wrong ->
          "must be %s, not '%s'".formatted(kind(wrong.getTargetType()), wrong.getValue());
      case MismatchedInputException wrong when wrong.getTargetType() != null ->
          "must be %s%s".formatted(kind(wrong.getTargetType()), instead(value));
      default -> "cannot be read";
    };
  }

  /** Whether a constructor refused the value with a message of its own. */
  private static boolean isSaid(Throwable cause) {
    return cause != null
        && cause.getMessage() != null
        && !cause.getMessage().startsWith("Cannot invoke")
        && OF_THE_PLATFORM.stream().noneMatch(type -> type.isInstance(cause));
  }

  private static List<String> names(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
  }

  private static List<String> types(InvalidTypeIdException unknown) {
    JsonSubTypes types = unknown.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
    return types == null
        ? List.of()
        : Arrays.stream(types.value()).map(JsonSubTypes.Type::name).toList();
  }

  private static String instead(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> ", not an object";
      case ARRAY -> ", not a list";
      case NULL -> ", not empty";
      case MISSING -> ", and is missing";
      default -> ", not '" + value.asText() + "'";
    };
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (DECIMAL.contains(type)) {
      return "a number";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return KINDS.getOrDefault(type, "an object");
  }
}
