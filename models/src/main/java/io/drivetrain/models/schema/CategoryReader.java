package io.drivetrain.models.schema;

import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class CategoryReader implements FieldReader {

  private static final int LONGEST = 200;

  private final CategoricalFeature feature;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> anyCase = new HashMap<>();
  private final Map<String, Set<String>> byParent = new HashMap<>();

  CategoryReader(CategoricalFeature feature) {
    this.feature = feature;
    for (String value : feature.values()) {
      exact.put(value, value);
      anyCase.putIfAbsent(Texts.fold(value), value);
    }
    feature.valuesByParent().forEach((key, values) -> byParent.put(key, new HashSet<>(values)));
  }

  /** Whether a text is one of its values, declared or seen. */
  boolean isValue(String text) {
    return exact.containsKey(text);
  }

  @Override
  public Object read(Object raw, Issues issues) {
    return switch (raw) {
      case String text -> find(text, issues);
      case Number number when NumberText.finite(number).isPresent() ->
          find(NumberText.plain(number.doubleValue()), issues);
      default -> issues.refuse(feature, IssueCode.WRONG_TYPE, FieldReader.kind(raw));
    };
  }

  /** Checks a value that was read against the value of its parent, both present. */
  Object checkParent(String value, String parentValue, Issues issues) {
    Set<String> allowed = byParent.get(parentValue);
    if (allowed == null || !exact.containsKey(value) || allowed.contains(value)) {
      return value;
    }
    if (feature.open()) {
      issues.add(
          feature.name(),
          IssueCode.UNSEEN_COMBINATION,
          Texts.quotable(value),
          feature.parent(),
          Texts.quotable(parentValue));
      return value;
    }
    issues.add(
        feature.name(),
        IssueCode.NOT_IN_LIST,
        Texts.quotable(value),
        String.join(", ", feature.valuesByParent().get(parentValue)));
    return Row.MISSING;
  }

  private Object find(String text, Issues issues) {
    if (text.length() > LONGEST) {
      issues.add(
          feature.name(),
          IssueCode.TOO_LONG,
          text.length() + "",
          "1 .. " + LONGEST + " characters");
      return Row.MISSING;
    }
    String known = exact.get(text);
    if (known == null) {
      known = anyCase.get(Texts.fold(text));
    }
    if (known != null) {
      return known;
    }
    if (exact.isEmpty()) {
      return text;
    }
    if (!feature.open()) {
      return issues.refuse(feature, IssueCode.NOT_IN_LIST, text);
    }
    issues.add(feature.name(), IssueCode.UNSEEN_VALUE, Texts.quotable(text));
    return text;
  }
}
