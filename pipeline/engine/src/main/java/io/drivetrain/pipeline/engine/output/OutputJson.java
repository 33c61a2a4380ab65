package io.drivetrain.pipeline.engine.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.api.step.StepDocument;

/** The JSON of results: times as ISO 8601, unknown fields ignored. */
public final class OutputJson {
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
  public static StepDocument document(Record result) {
    return new StepDocument(tree(result));
  }

  /**
   * What the database keeps.
   *
   * @param json null when the step has produced nothing
   */
  public static StepDocument stored(String json) {
    try {
      return json == null ? StepDocument.NONE : JSON.readValue(json, StepDocument.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored output is not a JSON object", broken);
    }
  }

  /**
   * @throws IllegalArgumentException when the document cannot be one of that type
   */
  static <T> T read(StepDocument document, Class<T> type) {
    return JSON.convertValue(document.fields(), type);
  }
}
