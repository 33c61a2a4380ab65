package io.drivetrain.pipeline.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stored results of steps as maps, to compare them. */
public final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Documents() {}

  public static StepDocument of(Map<String, ?> fields) {
    return new StepDocument(JSON.valueToTree(fields));
  }

  public static Map<String, Object> values(StepDocument document) {
    return JSON.convertValue(document.fields(), OBJECT);
  }

  /** By step. */
  public static Map<String, Map<String, Object>> values(StepOutputs outputs) {
    Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    outputs.documents().forEach((step, document) -> values.put(step, values(document)));
    return values;
  }
}
