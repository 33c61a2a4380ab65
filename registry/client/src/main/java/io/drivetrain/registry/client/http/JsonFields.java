package io.drivetrain.registry.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of MLflow's JSON. Absent fields and empty lists are left out by servers; an
 * int64 may be a number or a string, a double may be {@code "NaN"}, {@code "Infinity"} or a numeric
 * string.
 */
public final class JsonFields {
  private JsonFields() {}

  public static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    node.path(field).forEach(child -> elements.add(element.apply(child)));
    return elements;
  }

  /** Of an answer in pages; empty on the last one. */
  public static Optional<String> nextPageToken(JsonNode answer) {
    return Optional.of(text(answer, "next_page_token")).filter(token -> !token.isEmpty());
  }

  public static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  public static Map<String, String> pairs(JsonNode node, String field, String key, String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    node.path(field).forEach(pair -> pairs.put(required(pair, key), text(pair, value)));
    return pairs;
  }

  public static Instant instant(JsonNode node, String field) {
    return Instant.ofEpochMilli(whole(node, field));
  }

  public static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    try {
      return value.isNumber() ? value.longValue() : Long.parseLong(value.asText());
    } catch (NumberFormatException malformed) {
      throw unreadable(field, value, malformed);
    }
  }

  public static double real(JsonNode node, String field) {
    JsonNode value = node.path(field);
    try {
      return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
    } catch (NumberFormatException malformed) {
      throw unreadable(field, value, malformed);
    }
  }

  public static String required(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode() || value.isNull()) {
      throw unreadable(field, node, null);
    }
    return value.asText();
  }

  public static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      throw RegistryClientException.unreadable(
          "an unknown %s '%s'".formatted(type.getSimpleName(), name), unknown);
    }
  }

  public static RegistryClientException unreadable(
      String field, JsonNode node, RuntimeException cause) {
    return RegistryClientException.unreadable(
        "field '%s' in %s".formatted(field, abbreviate(node.toString())), cause);
  }

  private static String abbreviate(String json) {
    return json.length() > 120 ? json.substring(0, 120) + "..." : json;
  }
}
