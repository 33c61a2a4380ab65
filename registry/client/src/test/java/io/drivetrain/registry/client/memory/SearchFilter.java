package io.drivetrain.registry.client.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of MLflow's search language that our clients use: equalities joined by {@code AND}.
 * {@code tags.`a.b` = 'c' and attributes.status = 'RUNNING' and run_id IN ('1', '2')}
 */
final class SearchFilter {
  private static final Pattern EQUALITY =
      Pattern.compile(
          "(?:attributes\\.)?((?:tags\\.|params\\.)?)[`\"]?([^`\"= ]+)[`\"]? *= *'([^']*)'");

  private static final Pattern ONE_OF = Pattern.compile("run_id IN \\(([^)]*)\\)");

  /**
   * @param field {@code status}, {@code tags.key} or {@code params.key}
   * @param values one of them
   */
  private record Equality(String field, Set<String> values) {}

  private final List<Equality> equalities;

  private SearchFilter(List<Equality> equalities) {
    this.equalities = equalities;
  }

  static SearchFilter parse(String filter) {
    List<Equality> equalities = new ArrayList<>();
    for (String part : filter.isBlank() ? new String[0] : filter.split("(?i) and ")) {
      equalities.add(equality(part.strip()));
    }
    return new SearchFilter(equalities);
  }

  private static Equality equality(String part) {
    Matcher oneOf = ONE_OF.matcher(part);
    if (oneOf.matches()) {
      String[] values = oneOf.group(1).replace("'", "").split(", *");
      return new Equality("run_id", Set.of(values));
    }
    Matcher equality = EQUALITY.matcher(part);
    if (!equality.matches()) {
      throw Refusal.notImplemented("filter " + part);
    }
    return new Equality(equality.group(1) + equality.group(2), Set.of(equality.group(3)));
  }

  /**
   * @param fields the value of a field of what is searched, null when it has none
   */
  boolean accepts(Function<String, String> fields) {
    return equalities.stream()
        .allMatch(equality -> {
          String value = fields.apply(equality.field());
          return value != null && equality.values().contains(value);
        });
  }
}
