package io.drivetrain.registry.client.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of MLflow's search language that our clients use: equalities joined by {@code AND}.
 * {@code tags.`a.b` = 'c' and attributes.status = 'RUNNING'}
 */
final class SearchFilter {
  private static final Pattern EQUALITY =
      Pattern.compile(
          "(?:attributes\\.)?((?:tags\\.|params\\.)?)[`\"]?([^`\"= ]+)[`\"]? *= *'([^']*)'");

  /**
   * @param field {@code status}, {@code tags.key} or {@code params.key}
   */
  private record Equality(String field, String value) {}

  private final List<Equality> equalities;

  private SearchFilter(List<Equality> equalities) {
    this.equalities = equalities;
  }

  static SearchFilter parse(String filter) {
    List<Equality> equalities = new ArrayList<>();
    for (String part : filter.isBlank() ? new String[0] : filter.split("(?i) and ")) {
      Matcher equality = EQUALITY.matcher(part.strip());
      if (!equality.matches()) {
        throw Refusal.notImplemented("filter " + filter);
      }
      equalities.add(new Equality(equality.group(1) + equality.group(2), equality.group(3)));
    }
    return new SearchFilter(equalities);
  }

  /**
   * @param fields the value of a field of what is searched, null when it has none
   */
  boolean accepts(Function<String, String> fields) {
    return equalities.stream()
        .allMatch(equality -> equality.value().equals(fields.apply(equality.field())));
  }
}
