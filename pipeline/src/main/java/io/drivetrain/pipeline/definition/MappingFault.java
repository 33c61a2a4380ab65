package io.drivetrain.pipeline.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Jackson says about a value, in the words of somebody who writes a definition. */
final class MappingFault {
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
          boolean.class, "true or false");

  private MappingFault() {}

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

  static String message(JsonProcessingException error) {
    return switch (error) {
      case ValueInstantiationException refused when refused.getCause() != null ->
          refused.getCause().getMessage();
      case UnrecognizedPropertyException unknown ->
          "unknown key '%s'; known are %s"
              .formatted(unknown.getPropertyName(), sorted(unknown.getKnownPropertyIds()));
      case InvalidTypeIdException unknown when unknown.getTypeId() != null ->
          "unknown type '%s'".formatted(unknown.getTypeId());
      case InvalidFormatException wrong ->
          "must be %s, not '%s'".formatted(kind(wrong.getTargetType()), wrong.getValue());
      case MismatchedInputException wrong when wrong.getTargetType() != null ->
          "must be %s".formatted(kind(wrong.getTargetType()));
      default -> "cannot be read";
    };
  }

  private static String sorted(Collection<Object> names) {
    return String.join(", ", names.stream().map(Object::toString).sorted().toList());
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
