package io.drivetrain.pipeline.learning.data.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A feature as a definition declares it. Key {@code features} of a definition, a list. What
 * training data tells (the values of a category, the range seen) is added by the training.
 *
 * @param name canonical, snake_case
 * @param type which keys below count
 * @param label in French and English
 * @param source header of the column; absent: the name
 * @param required a row without it is refused, in training and prediction; absent: false
 * @param unit of a number: {@code km}
 * @param integer a number without decimals; absent: false
 * @param ranges a number that the source also writes as {@code 200 000 - 249 999}; absent: false
 * @param min smallest number (or first day, yyyy-MM-dd) that is accepted; numbers and dates need it
 * @param max greatest number (or last day) that is accepted
 * @param values of a category, in display order; values that the data adds come after them
 * @param open a category that accepts values which training did not see; absent: true
 * @param parent the category that filters this one: brand for model
 * @param valueLabels what people read in place of values of a category, in French and English; they
 *     may write them too
 * @param aliases other names of values that people and files write: {@code VW: Volkswagen}
 * @param maxLength of a text, in characters; absent: 2000
 * @param defaultValue what a form starts with; written {@code default}
 */
public record FeatureSpec(
    String name,
    FeatureType type,
    Label label,
    String source,
    Boolean required,
    String unit,
    Boolean integer,
    Boolean ranges,
    Object min,
    Object max,
    List<String> values,
    Boolean open,
    String parent,
    Map<String, Label> valueLabels,
    Map<String, String> aliases,
    Integer maxLength,
    @JsonProperty("default") Object defaultValue) {
  public static final DefinitionSection<List<FeatureSpec>> SECTION =
      DefinitionSection.listOf("features", FeatureSpec.class);

  private static final int LONGEST_TEXT = 2000;

  public FeatureSpec {
    Objects.requireNonNull(name, "a feature needs a name");
    Objects.requireNonNull(type, "feature " + name + " needs a type");
    required = Objects.requireNonNullElse(required, false);
    integer = Objects.requireNonNullElse(integer, false);
    ranges = Objects.requireNonNullElse(ranges, false);
    open = Objects.requireNonNullElse(open, true);
    maxLength = Objects.requireNonNullElse(maxLength, LONGEST_TEXT);
    values = values == null ? List.of() : List.copyOf(values);
    valueLabels = valueLabels == null ? Map.of() : Map.copyOf(valueLabels);
    aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
    Class<?> kind = type.valueType();
    if (defaultValue != null && !kind.isInstance(defaultValue)) {
      throw new IllegalArgumentException("the default of feature " + name + " has another type");
    }
  }

  /**
   * The feature before any data was seen.
   *
   * @throws IllegalArgumentException naming the feature and what is wrong with it
   */
  public Feature feature() {
    return switch (type) {
      case NUMERIC -> numeric();
      case CATEGORICAL -> categorical();
      case BOOLEAN ->
          new BooleanFeature(
              name, label, source, required, defaultValue instanceof Boolean flag ? flag : null);
      case TEXT -> new TextFeature(name, label, source, required, maxLength);
      case DATE -> new DateFeature(name, label, source, required, day("min", min), day("max", max));
    };
  }

  private Feature numeric() {
    return new NumericFeature(
        name,
        label,
        source,
        required,
        unit,
        integer,
        ranges,
        number("min", min),
        number("max", max),
        defaultValue == null ? null : number("default", defaultValue));
  }

  private Feature categorical() {
    return new CategoricalFeature(
        name,
        label,
        source,
        required,
        values,
        open,
        parent,
        Map.of(),
        (String) defaultValue,
        valueLabels,
        aliases);
  }

  private double number(String key, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("feature %s needs a number for '%s'".formatted(name, key));
  }

  private LocalDate day(String key, Object value) {
    try {
      return LocalDate.parse(Objects.requireNonNullElse(value, "").toString());
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(
          "feature %s needs a day such as 2020-12-31 for '%s'".formatted(name, key), wrong);
    }
  }
}
