package io.drivetrain.models.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.util.List;
import java.util.Map;

/** Reads a categorical feature from JSON, in which other names of values may be absent. */
@JsonPOJOBuilder(withPrefix = "")
final class CategoricalFeatureReading {
  private final CategoricalFeature nameless;
  private Map<String, Label> valueLabels = Map.of();
  private Map<String, String> aliases = Map.of();

  @JsonCreator
  CategoricalFeatureReading(
      @JsonProperty("name") String name,
      @JsonProperty("label") Label label,
      @JsonProperty("source") String source,
      @JsonProperty("required") boolean required,
      @JsonProperty("values") List<String> values,
      @JsonProperty("open") boolean open,
      @JsonProperty("parent") String parent,
      @JsonProperty("valuesByParent") Map<String, List<String>> valuesByParent,
      @JsonProperty("defaultValue") String defaultValue) {
    nameless =
        new CategoricalFeature(
            name, label, source, required, values, open, parent, valuesByParent, defaultValue);
  }

  @JsonProperty
  CategoricalFeatureReading valueLabels(Map<String, Label> given) {
    valueLabels = given;
    return this;
  }

  @JsonProperty
  CategoricalFeatureReading aliases(Map<String, String> given) {
    aliases = given;
    return this;
  }

  CategoricalFeature build() {
    return nameless.named(valueLabels, aliases);
  }
}
