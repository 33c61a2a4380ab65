package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in MLflow's words which value of a body is wrong, and what was expected instead. */
final class WrongValue {
  private WrongValue() {}

  /**
   * @param body what was read, with the names as they are on the wire
   */
  static RegistryException describe(JsonMappingException problem, JsonNode body) {
    var path = path(problem);
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidFieldException field) {
        return field.within(path);
      }
      if (cause instanceof RegistryException known) {
        return known;
      }
    }
    var value = PythonJson.plain(value(problem, body));
    return Refusal.WRONG_TYPE.with(
        PythonJson.write(value), path, PythonJson.typeOf(value), expectation(problem, value));
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(step ->
            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static JsonNode value(JsonMappingException problem, JsonNode body) {
    var value = body;
    for (Reference step : problem.getPath()) {
      value =
          step.getFieldName() == null
              ? value.path(step.getIndex())
              : value.path(step.getFieldName());
    }
    return value;
  }

  private static String expectation(JsonMappingException problem, Object value) {
    if (!(problem instanceof MismatchedInputException mismatch)
        || mismatch.getTargetType() == null) {
      return "another form";
    }
    var type = mismatch.getTargetType();
    if (type == String.class) {
      return value instanceof String ? "a string that Postgres can store" : "a string";
    }
    if (type == Long.class || type == long.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == Double.class || type == double.class) {
      return "a number, \"NaN\", \"Infinity\" or \"-Infinity\"";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
