package io.drivetrain.pipeline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.Names;
import io.drivetrain.pipeline.engine.definition.NotificationSpec;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JSON Schema of definitions, for editors that complete and check while one writes. Made from
 * the types that the reader reads into, so that the two cannot say different things; what a schema
 * cannot say (a cron expression, a bound that depends on another key) only the reader checks.
 */
public final class DefinitionSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper CONSTANTS = new JsonMapper();

  /** Keys that the constructors of the engine's own records insist on. */
  private static final Map<Class<?>, List<String>> REQUIRED =
      Map.of(
          DefinitionOutline.class, List.of("id", "steps"),
          StepSpec.class, List.of("id", "kind"),
          ScheduleSpec.class, List.of("cron"),
          NotificationSpec.class, List.of("target"),
          ParameterSpec.class, List.of("name", "type", "default"));

  private static final Map<Class<?>, String> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(ZoneId.class, "string"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"));

  private final Map<String, StepKind> kinds = new TreeMap<>();

  private DefinitionSchema(List<? extends StepKind> kinds) {
    kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
  }

  /** The schema of definitions whose steps may be of some kinds, draft 2020-12. */
  public static ObjectNode of(List<? extends StepKind> kinds) {
    return new DefinitionSchema(kinds).schema();
  }

  private ObjectNode schema() {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Drivetrain pipeline definition");
    schema.setAll(record(DefinitionOutline.class));
    ObjectNode properties = (ObjectNode) schema.get("properties");
    Map<String, DefinitionSection<?>> sections = new TreeMap<>();
    kinds.values().stream()
        .flatMap(kind -> Stream.concat(kind.sections().stream(), kind.optionalSections().stream()))
        .forEach(section -> sections.put(section.key(), section));
    sections.forEach((key, section) -> properties.set(key, type(section.type())));
    schema.set("allOf", neededSections());
    return schema;
  }

  /** A definition that uses a kind must have the sections that the kind reads. */
  private ArrayNode neededSections() {
    ArrayNode rules = JSON.arrayNode();
    kinds.forEach((name, kind) -> {
      if (!kind.sections().isEmpty()) {
        ObjectNode rule = rules.addObject();
        rule.putObject("if")
            .putObject("properties")
            .putObject("steps")
            .putObject("contains")
            .putObject("properties")
            .putObject("kind")
            .put("const", name);
        ArrayNode needed = rule.putObject("then").putArray("required");
        kind.sections().stream().map(DefinitionSection::key).sorted().forEach(needed::add);
      }
    });
    return rules;
  }

  private ObjectNode type(JavaType type) {
    Class<?> raw = type.getRawClass();
    ObjectNode schema = JSON.objectNode();
    if (SIMPLE.containsKey(raw)) {
      return schema.put("type", SIMPLE.get(raw));
    }
    if (raw == Duration.class) {
      return schema.put("type", "string").put("format", "duration");
    }
    if (raw == LocalDate.class) {
      return schema.put("type", "string").put("format", "date");
    }
    if (raw.isEnum()) {
      return constants(raw);
    }
    if (raw.isAnnotationPresent(Names.class)) {
      return names(raw.getAnnotation(Names.class));
    }
    if (type.isMapLikeType()) {
      schema.put("type", "object").set("additionalProperties", type(type.getContentType()));
      return schema;
    }
    if (type.isContainerType()) {
      schema.put("type", "array").set("items", type(type.getContentType()));
      return schema;
    }
    if (raw == ScheduleSpec.class) {
      schema.putArray("anyOf").add(JSON.objectNode().put("type", "string")).add(record(raw));
      return schema;
    }
    if (raw.isAnnotationPresent(JsonSubTypes.class)) {
      return oneOf(raw);
    }
    return raw.isRecord() ? record(raw) : schema;
  }

  private static ObjectNode constants(Class<?> raw) {
    ObjectNode schema = JSON.objectNode().put("type", "string");
    ArrayNode names = schema.putArray("enum");
    for (Object constant : raw.getEnumConstants()) {
      names.add(CONSTANTS.<JsonNode>valueToTree(constant).asText().toLowerCase(Locale.ROOT));
    }
    return schema;
  }

  private static ObjectNode names(Names names) {
    ObjectNode schema = JSON.objectNode().put("type", "string");
    ArrayNode sorted = schema.putArray("enum");
    try {
      names.value().getConstructor().newInstance().get().stream().sorted().forEach(sorted::add);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(names.value() + " gives no names", e);
    }
    return schema;
  }

  private ObjectNode oneOf(Class<?> family) {
    String property = family.getAnnotation(JsonTypeInfo.class).property();
    ObjectNode schema = JSON.objectNode();
    ArrayNode members = schema.putArray("oneOf");
    for (JsonSubTypes.Type member : family.getAnnotation(JsonSubTypes.class).value()) {
      ObjectNode object = record(member.value());
      ((ObjectNode) object.get("properties"))
          .set(property, JSON.objectNode().put("const", member.name()));
      object.withArray("required").insert(0, property);
      members.add(object);
    }
    return schema;
  }

  private ObjectNode record(Class<?> raw) {
    ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (RecordComponent component : raw.getRecordComponents()) {
      String key = key(component);
      properties.set(key, property(raw, component));
      if (component.getType().isPrimitive() && raw != ScheduleSpec.class) {
        required.add(key);
      }
    }
    REQUIRED.getOrDefault(raw, List.of()).forEach(required::add);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private ObjectNode property(Class<?> raw, RecordComponent component) {
    if (raw == StepSpec.class && component.getName().equals("kind")) {
      ObjectNode schema = JSON.objectNode().put("type", "string");
      kinds.keySet().forEach(schema.putArray("enum")::add);
      return schema;
    }
    return type(TypeFactory.defaultInstance().constructType(component.getGenericType()));
  }

  private static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }
}
