package io.drivetrain.registry.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON that clients put into a string: tags, and records. */
@ApplicationScoped
class SentRecords {
  /** Keeps what is null, which the wire leaves out. */
  private static final JsonMapper PLAIN = new JsonMapper();

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final ObjectMapper mapper;

  SentRecords(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A tag without a value is null: it is to go. */
  Map<String, String> tags(String json) {
    if (json == null || json.isEmpty()) {
      return Map.of();
    }
    var tags = new TreeMap<String, String>();
    object("tags", json)
        .properties()
        .forEach(tag ->
            tags.put(
                tag.getKey(),
                tag.getValue().isNull() ? null : tag.getValue().asText(tag.getValue().toString())));
    return tags;
  }

  List<EvaluationRecord.Sent> records(String json) {
    var records = read("records", json);
    if (!records.isArray()) {
      throw wrong("records", "a list of records");
    }
    return records.valueStream().map(this::record).toList();
  }

  private EvaluationRecord.Sent record(JsonNode record) {
    var inputs = record.path("inputs");
    if (!inputs.isObject()) {
      throw wrong("records", "records with an object 'inputs'");
    }
    return new EvaluationRecord.Sent(
        sha256(canonical(inputs)),
        inputs,
        orNull(record.path("outputs")),
        objectOrNull("expectations", record),
        objectOrNull("tags", record),
        orNull(record.path("source")));
  }

  private static JsonNode objectOrNull(String field, JsonNode record) {
    var value = orNull(record.path(field));
    if (value != null && !value.isObject()) {
      throw wrong("records", "records whose '" + field + "' are an object");
    }
    return value;
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : value;
  }

  private JsonNode object(String parameter, String json) {
    var object = read(parameter, json);
    if (!object.isObject()) {
      throw wrong(parameter, "a JSON object");
    }
    return object;
  }

  /** Through plain values, whose texts are checked for what Postgres cannot store. */
  private JsonNode read(String parameter, String json) {
    try {
      return PLAIN.valueToTree(mapper.readValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw wrong(parameter, "valid JSON");
    }
  }

  private static String canonical(JsonNode json) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The type of each field, by the part of the records that it stands in. */
  static Map<String, Map<String, String>> schema(List<EvaluationRecord.Sent> records) {
    var schema = new LinkedHashMap<String, Map<String, String>>();
    schema.put("inputs", new TreeMap<>());
    schema.put("outputs", new TreeMap<>());
    schema.put("expectations", new TreeMap<>());
    for (var record : records) {
      addTypes(schema.get("inputs"), record.inputs());
      addTypes(schema.get("outputs"), record.outputs());
      addTypes(schema.get("expectations"), record.expectations());
    }
    return schema;
  }

  private static void addTypes(Map<String, String> types, JsonNode part) {
    if (part != null) {
      part.properties().forEach(field -> types.putIfAbsent(field.getKey(), type(field.getValue())));
    }
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "float";
      case ARRAY -> "array";
      default -> "object";
    };
  }

  private static RegistryException wrong(String parameter, String expected) {
    return RegistryException.invalid(
        "Invalid value for parameter '%s' supplied: expected a string that holds %s."
            .formatted(parameter, expected));
  }
}
