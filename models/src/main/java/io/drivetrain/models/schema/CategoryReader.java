package io.drivetrain.models.schema;

import io.drivetrain.models.schema.ValueMatch.None;
import io.drivetrain.models.schema.ValueMatch.One;
import io.drivetrain.models.schema.ValueMatch.Several;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class CategoryReader implements FieldReader {

  private static final int LONGEST = 200;

  /** More values than these are no question that a person would read. */
  private static final int NAMED_VALUES = 8;

  private final CategoricalFeature feature;
  private final ValueNames names;
  private final Map<String, Set<String>> byParent = new HashMap<>();

  CategoryReader(CategoricalFeature feature) {
    this.feature = feature;
    this.names = new ValueNames(feature);
    feature.valuesByParent().forEach((key, values) -> byParent.put(key, new HashSet<>(values)));
  }

  /** Whether a text is one of its values, declared or seen. */
  boolean isValue(String text) {
    return names.isValue(text);
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

  /**
   * As {@link #read}, of what a person wrote: a value is found by its beginning too, and where
   * several may be meant they are named in an error.
   *
   * @param parentValue of the same row; null when it has none
   */
  Object interpret(Object raw, String parentValue, Issues issues) {
    if (raw instanceof String text && text.length() <= LONGEST) {
      return switch (names.guess(text, parentValue)) {
        case One one -> take(one, text, issues);
        case Several several -> ask(several.values(), text, issues);
        case None _ -> unseen(text, issues);
      };
    }
    return read(raw, issues);
  }

  /** Checks a value that was read against the value of its parent, both present. */
  Object checkParent(String value, String parentValue, Issues issues) {
    Set<String> allowed = byParent.get(parentValue);
    if (allowed == null || !names.isValue(value) || allowed.contains(value)) {
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
    return names.named(text) instanceof One one ? take(one, text, issues) : unseen(text, issues);
  }

  private Object take(One one, String text, Issues issues) {
    if (!one.isWritten()) {
      issues.add(
          feature.name(), IssueCode.READ_AS, Texts.quotable(text), Texts.quotable(one.value()));
    }
    return names.isValue(one.value()) ? one.value() : unseen(one.value(), issues);
  }

  private Object ask(List<String> values, String text, Issues issues) {
    String more = values.size() > NAMED_VALUES ? ", \u2026 (" + values.size() + ")" : "";
    issues.add(
        feature.name(),
        IssueCode.AMBIGUOUS_VALUE,
        Texts.quotable(text),
        String.join(", ", values.stream().limit(NAMED_VALUES).toList()) + more);
    return Row.MISSING;
  }

  private Object unseen(String text, Issues issues) {
    if (feature.values().isEmpty()) {
      return text;
    }
    if (!feature.open()) {
      return issues.refuse(feature, IssueCode.NOT_IN_LIST, text);
    }
    issues.add(feature.name(), IssueCode.UNSEEN_VALUE, Texts.quotable(text));
    return text;
  }
}
