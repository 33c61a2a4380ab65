package io.drivetrain.pipeline.engine.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Labels of a run, such as {@code team: pricing}, sorted by name. */
public record RunLabels(@JsonValue Map<String, String> values) {
  public static final RunLabels NONE = new RunLabels(Map.of());

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 20;
  private static final int LONGEST_VALUE = 200;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunLabels {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    if (values.size() > MOST) {
      throw PipelineException.malformed("A run may have at most 20 labels.");
    }
    values.forEach(RunLabels::check);
  }

  private static void check(String name, String value) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
      throw PipelineException.malformed(
          "A label's name must have 1 to 63 letters, digits, dots, - and _, not '%s'."
              .formatted(name));
    }
    if (value == null || value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
      throw PipelineException.malformed(
          "Label '%s' needs a text of at most 200 characters.".formatted(name));
    }
  }

  /** Parses {@code name:value} of query parameters, one for each label. */
  static RunLabels parse(List<String> texts) {
    Map<String, String> labels = new TreeMap<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw PipelineException.malformed("label must be name:value, not '%s'.".formatted(text));
      }
      labels.put(text.substring(0, colon), text.substring(colon + 1));
    }
    return new RunLabels(labels);
  }

  static RunLabels stored(String json) {
    try {
      return new RunLabels(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the labels of a run are not texts", broken);
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  public String json() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("labels are not JSON", impossible);
    }
  }
}
