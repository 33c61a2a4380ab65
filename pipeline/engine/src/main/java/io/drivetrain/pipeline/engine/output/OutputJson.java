package io.drivetrain.pipeline.engine.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** The JSON of results: times as ISO 8601, unknown fields ignored. */
public final class OutputJson {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private OutputJson() {}

  /** As the database keeps it. */
  public static String write(Record result) {
    try {
      return JSON.writeValueAsString(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(
          result.getClass().getSimpleName() + " is not JSON", impossible);
    }
  }

  /** The same with its fields at hand. */
  public static ObjectNode tree(Record result) {
    return JSON.valueToTree(result);
  }

  /** As whoever does not know its type sees it. */
  public static Map<String, Object> document(Record result) {
    return JSON.convertValue(result, OBJECT);
  }

  /**
   * @throws IllegalArgumentException when the document cannot be one of that type
   */
  static <T> T read(Map<String, Object> document, Class<T> type) {
    return JSON.convertValue(document, type);
  }
}
