package io.drivetrain.access.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes values for the schemas of an OpenAPI document: mostly fitting ones, hostile ones between.
 */
final class ValueMaker {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_DEPTH = 6;
  private static final int MOST_REMEMBERED = 50;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "0",
          "1",
          "-1",
          "null",
          "true",
          "é\uD83D\uDE97",
          "\u0000",
          "\uFFFF",
          "%00%zz",
          "../../etc/passwd",
          "'; drop table run; --",
          "${jndi:ldap://x}",
          "2026-11-21T09:30:00Z",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "P999999999999D",
          "PT-1S",
          "99999999999999999999",
          "1e308",
          "NaN",
          "00000000-0000-0000-0000-000000000000",
          "0123456789abcdef0123456789abcdef",
          "mlflow-artifacts:/0/a/artifacts/model",
          "runs:/0123456789abcdef0123456789abcdef/model",
          "models:/a/1",
          "attributes.name = 'a' and metrics.x > 1",
          "metrics.`",
          "x".repeat(300),
          "y".repeat(9000));

  private static final List<JsonNode> NUMBERS =
      List.of(
          JSON.numberNode(0),
          JSON.numberNode(1),
          JSON.numberNode(-1),
          JSON.numberNode(1000),
          JSON.numberNode(Integer.MAX_VALUE),
          JSON.numberNode(Integer.MIN_VALUE),
          JSON.numberNode(Long.MAX_VALUE),
          JSON.numberNode(Long.MIN_VALUE),
          JSON.numberNode(0.5),
          JSON.numberNode(1e308),
          JSON.numberNode(-999999999));

  private final JsonNode document;
  private final Random random;
  private final Map<String, List<JsonNode>> remembered = new HashMap<>();

  ValueMaker(JsonNode document, Random random) {
    this.document = document;
    this.random = random;
  }

  /** Keeps the values of an answer by the names of their fields. */
  void remember(JsonNode answer) {
    for (var field : answer.properties()) {
      if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        List<JsonNode> known =
            remembered.computeIfAbsent(plain(field.getKey()), _ -> new ArrayList<>());
        if (known.size() < MOST_REMEMBERED) {
          known.add(field.getValue());
        }
      }
      remember(field.getValue());
    }
    if (answer.isArray()) {
      answer.forEach(this::remember);
    }
  }

  /** Of a parameter, which is a text whatever its schema. */
  String text(String name, JsonNode schema) {
    JsonNode value = value(name, schema, 0);
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** A JSON document, seldom a broken one. */
  String body(JsonNode schema) {
    String body = value("", schema, 0).toString();
    return random.nextInt(20) == 0 ? body.substring(0, random.nextInt(body.length())) : body;
  }

  private JsonNode value(String name, JsonNode unresolved, int depth) {
    List<JsonNode> known = remembered.getOrDefault(plain(name), List.of());
    if (!known.isEmpty() && random.nextInt(3) > 0) {
      return known.get(random.nextInt(known.size()));
    }
    int chance = random.nextInt(25);
    if (depth > 0 && chance == 0) {
      return JSON.nullNode();
    }
    return fitting(name, chance == 1 ? JSON.objectNode() : resolved(unresolved), depth);
  }

  private JsonNode fitting(String name, JsonNode schema, int depth) {
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty()) {
      return choices.get(random.nextInt(choices.size()));
    }
    for (String several : List.of("oneOf", "anyOf", "allOf")) {
      JsonNode options = schema.path(several);
      if (!options.isEmpty()) {
        return value(name, options.get(random.nextInt(options.size())), depth);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer", "number" -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "string" -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
      default -> anything();
    };
  }

  private JsonNode anything() {
    return switch (random.nextInt(5)) {
      case 0 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
      case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 2 -> JSON.arrayNode().add(JSON.objectNode());
      case 3 -> JSON.objectNode().put("a", 1);
      default -> JSON.nullNode();
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    if (depth >= MOST_DEPTH) {
      return object;
    }
    for (var property : schema.path("properties").properties()) {
      if (random.nextInt(5) > 0) {
        object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
      }
    }
    JsonNode further = schema.path("additionalProperties");
    if (further.isObject()) {
      object.set(TEXTS.get(random.nextInt(TEXTS.size())), value("additional", further, depth + 1));
    }
    return object;
  }

  private JsonNode array(String name, JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int count = depth >= MOST_DEPTH ? 0 : random.nextInt(4); count > 0; count--) {
      array.add(value(name, schema.path("items"), depth + 1));
    }
    return array;
  }

  /** OpenAPI 3.1 writes a type that may be null as a list. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.path(0).asText();
    }
    return schema.has("properties") ? "object" : type.asText();
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isTextual() ? document.at(reference.asText().substring(1)) : schema;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
