package io.drivetrain.registry.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** JSON as MLflow's server, written in Python, puts it into its messages. */
final class PythonJson {
  private static final int SHOWN = 500;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private PythonJson() {}

  /** Compact, with sorted keys, cut where it is very long. */
  static String write(Object value) {
    try {
      var json = MAPPER.writeValueAsString(value);
      return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "...";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was read, as plain lists, maps, texts and numbers. */
  static Object plain(JsonNode json) {
    return MAPPER.convertValue(json, Object.class);
  }

  /** Python's word for the type of a value that was read from JSON. */
  static String typeOf(Object value) {
    return switch (value) {
      case null -> "NoneType";
      case String _ -> "str";
      case Boolean _ -> "bool";
      case Double _, Float _ -> "float";
      case Number _ -> "int";
      case List<?> _ -> "list";
      case Map<?, ?> _ -> "dict";
      default -> "object";
    };
  }
}
