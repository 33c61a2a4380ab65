package io.drivetrain.registry.client.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes what many of MLflow's request bodies have. */
public final class JsonBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonBody() {}

  /** Tags and params: {@code [{"key": .., "value": ..}]}. */
  public static ArrayNode pairs(Map<String, String> entries) {
    ArrayNode array = JSON.arrayNode();
    entries.entrySet().forEach(entry -> array.add(pair(entry)));
    return array;
  }

  public static ObjectNode pair(Map.Entry<String, String> entry) {
    return JSON.objectNode().put("key", entry.getKey()).put("value", entry.getValue());
  }

  public static void putUnlessEmpty(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }
}
