package io.drivetrain.models.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MLflow's model signature: columns in and out, each list as JSON within the YAML. */
final class Signature {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Signature() {}

  static Map<String, Object> of(FeatureSchema schema, Task task) {
    List<Map<String, Object>> inputs =
        schema.features().stream().map(f -> column(type(f), f.name(), f.required())).toList();
    Map<String, Object> signature = new LinkedHashMap<>();
    signature.put("inputs", json(inputs));
    signature.put("outputs", json(List.of(column(type(task), schema.target().name(), true))));
    signature.put("params", null);
    return signature;
  }

  private static String type(Task task) {
    return switch (task) {
      case REGRESSION -> "double";
      case CLASSIFICATION -> "string";
    };
  }

  private static String type(Feature feature) {
    return switch (feature) {
      case NumericFeature numeric -> type(numeric);
      case CategoricalFeature _, TextFeature _ -> "string";
      case BooleanFeature _ -> "boolean";
      case DateFeature _ -> "datetime";
    };
  }

  /**
   * MLflow's clients refuse whole numbers for {@code double}, and for {@code long} both texts and
   * the floats that pandas makes of whole numbers when one is missing. {@code any} takes what the
   * schema takes.
   */
  private static String type(NumericFeature feature) {
    return feature.integer() && feature.required() && !feature.ranges() ? "long" : "any";
  }

  private static Map<String, Object> column(String type, String name, boolean required) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("type", type);
    column.put("name", name);
    column.put("required", required);
    return column;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
