package io.drivetrain.models.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.drivetrain.models.text.Texts;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of a list of values.
 *
 * @param values in display order, as seen in the training data; empty while no data was seen, and
 *     then every value is accepted
 * @param open a value outside the list is accepted with a warning; if not, it is refused
 * @param parent name of the feature whose value filters this one (the make of a model); null when
 *     there is none
 * @param valuesByParent for each value of the parent the values of this one that go with it, in
 *     display order; empty without a parent
 * @param defaultValue what a form starts with; null when there is none. Never put in silently.
 * @param valueLabels what people read in place of a value; they may write it too. A value without
 *     one is shown as it is.
 * @param aliases other names of a value that people write: {@code VW} to {@code Volkswagen}
 */
@JsonDeserialize(builder = CategoricalFeatureReading.class)
public record CategoricalFeature(
    String name,
    Label label,
    String source,
    boolean required,
    List<String> values,
    boolean open,
    String parent,
    Map<String, List<String>> valuesByParent,
    String defaultValue,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Label> valueLabels,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> aliases)
    implements Feature {

  private static final int NAMED_VALUES = 12;

  public CategoricalFeature {
    FeatureName.check(name, label);
    source = FeatureName.sourceOr(source, name);
    values = values == null ? List.of() : List.copyOf(values);
    valuesByParent = copy(valuesByParent);
    Set<String> known = new HashSet<>(values);
    if (known.size() != values.size()) {
      throw FeatureName.refused(name, "a value stands twice in its list");
    }
    if (values.stream().anyMatch(v -> v.isEmpty() || !v.equals(Texts.clean(v)))) {
      throw FeatureName.refused(name, "a value is empty or has white space at an end");
    }
    if (parent == null && !valuesByParent.isEmpty()) {
      throw FeatureName.refused(name, "valuesByParent needs a parent");
    }
    if (!valuesByParent.values().stream().allMatch(known::containsAll)) {
      throw FeatureName.refused(name, "valuesByParent names a value that is not in values");
    }
    if (defaultValue != null && !values.isEmpty() && !known.contains(defaultValue)) {
      throw FeatureName.refused(name, "the default value is not in values");
    }
    valueLabels = valueLabels == null ? Map.of() : Map.copyOf(valueLabels);
    aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
    if (!open
        && !(known.containsAll(valueLabels.keySet()) && known.containsAll(aliases.values()))) {
      throw FeatureName.refused(
          name, "a label or an alias belongs to a value that is not in values");
    }
  }

  /** A feature whose values bear no other names. */
  public CategoricalFeature(
      String name,
      Label label,
      String source,
      boolean required,
      List<String> values,
      boolean open,
      String parent,
      Map<String, List<String>> valuesByParent,
      String defaultValue) {
    this(
        name,
        label,
        source,
        required,
        values,
        open,
        parent,
        valuesByParent,
        defaultValue,
        Map.of(),
        Map.of());
  }

  /** What a person reads in place of a value. */
  public String labelOf(String value, Locale locale) {
    Label shown = valueLabels.get(value);
    return shown == null ? value : shown.in(locale);
  }

  /** The values that go with a value of the parent; all of them where that says nothing. */
  public List<String> valuesWith(String parentValue) {
    return parentValue == null ? values : valuesByParent.getOrDefault(parentValue, values);
  }

  @Override
  public String accepted() {
    String named = values.stream().limit(NAMED_VALUES).collect(Collectors.joining(", "));
    return values.size() <= NAMED_VALUES ? named : named + ", \u2026 (" + values.size() + ")";
  }

  CategoricalFeature seeing(List<String> seen, Map<String, List<String>> seenByParent) {
    return new CategoricalFeature(
        name,
        label,
        source,
        required,
        seen,
        open,
        parent,
        seenByParent,
        defaultValue,
        valueLabels,
        aliases);
  }

  CategoricalFeature named(Map<String, Label> labels, Map<String, String> others) {
    return new CategoricalFeature(
        name,
        label,
        source,
        required,
        values,
        open,
        parent,
        valuesByParent,
        defaultValue,
        labels,
        others);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> byParent) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    if (byParent != null) {
      byParent.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    }
    return Collections.unmodifiableMap(copy);
  }
}
