package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pieces of MLflow's JSON. */
final class Wire {
  private Wire() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode wrap(String field, JsonNode content) {
    ObjectNode answer = object();
    answer.set(field, content);
    return answer;
  }

  /** {@code [{"key": .., "value": ..}]}. */
  static ArrayNode pairs(Map<String, String> pairs) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    pairs.forEach((key, value) -> nodes.addObject().put("key", key).put("value", value));
    return nodes;
  }

  /** Reads what {@link #pairs} writes into a map. */
  static void putAll(Map<String, String> into, JsonNode pairs) {
    pairs.forEach(pair -> put(into, pair));
  }

  static void put(Map<String, String> into, JsonNode pair) {
    into.put(pair.path("key").asText(), pair.path("value").asText());
  }

  static String text(JsonNode request, String field) {
    return request.path(field).asText();
  }

  /** A parameter that may be repeated. */
  static List<String> texts(JsonNode request, String field) {
    JsonNode value = request.path(field);
    if (value.isTextual()) {
      return List.of(value.asText());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** The part of a list that a search asks for; the page token is the number of entries before. */
  static ObjectNode page(String field, List<? extends JsonNode> found, JsonNode request) {
    int from = Math.min(request.path("page_token").asInt(0), found.size());
    int until = Math.min(from + request.path("max_results").asInt(found.size()), found.size());
    ObjectNode answer = object();
    answer.putArray(field).addAll(found.subList(from, until));
    if (until < found.size()) {
      answer.put("next_page_token", String.valueOf(until));
    }
    return answer;
  }
}
