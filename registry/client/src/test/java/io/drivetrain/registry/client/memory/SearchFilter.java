package io.drivetrain.registry.client.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of MLflow's search language that our clients use: equalities, and {@code ILIKE} for a
 * part of a text, joined by {@code AND}. {@code tags.`a.b` = 'c' and attributes.status = 'RUNNING'
 * and run_id IN ('1', '2')}
 */
final class SearchFilter {
  private static final Pattern EQUALITY =
      Pattern.compile(
          "(?:attributes\\.)?((?:tags\\.|params\\.)?)[`\"]?([^`\"= ]+)[`\"]? *(=|ILIKE) *'([^']*)'");

  private static final Pattern ONE_OF = Pattern.compile("run_id IN \\(([^)]*)\\)");

  /**
   * @param field {@code status}, {@code tags.key} or {@code params.key}
   */
  private record Condition(String field, Predicate<String> value) {}

  private final List<Condition> conditions;

  private SearchFilter(List<Condition> conditions) {
    this.conditions = conditions;
  }

  static SearchFilter parse(String filter) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : filter.isBlank() ? new String[0] : filter.split("(?i) and ")) {
      conditions.add(condition(part.strip()));
    }
    return new SearchFilter(conditions);
  }

  private static Condition condition(String part) {
    Matcher oneOf = ONE_OF.matcher(part);
    if (oneOf.matches()) {
      String[] values = oneOf.group(1).replace("'", "").split(", *");
      return new Condition("run_id", Set.of(values)::contains);
    }
    Matcher equality = EQUALITY.matcher(part);
    if (!equality.matches()) {
      throw Refusal.notImplemented("filter " + part);
    }
    String field = equality.group(1) + equality.group(2);
    String value = equality.group(4);
    return new Condition(
        field, equality.group(3).equals("=") ? value::equals : text -> isPart(value, text));
  }

  private static boolean isPart(String pattern, String text) {
    return text.toLowerCase(Locale.ROOT)
        .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
  }

  /**
   * @param fields the value of a field of what is searched, null when it has none
   */
  boolean accepts(Function<String, String> fields) {
    return conditions.stream()
        .allMatch(condition -> {
          String value = fields.apply(condition.field());
          return value != null && condition.value().test(value);
        });
  }
}
