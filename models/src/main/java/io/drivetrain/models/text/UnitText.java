package io.drivetrain.models.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the declared unit off a number: {@code 120 000 km}, {@code MAD 120000}. Where that is a
 * currency, another one is taken off too ({@link #isForeign} tells): amounts are never converted.
 */
public final class UnitText {
  /** How people write units whose declared name is another one. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "mad", List.of("dh", "dhs", "dirham", "dirhams", "د.م.", "درهم"),
          "eur", List.of("€", "euro", "euros"),
          "usd", List.of("$", "us$", "dollar", "dollars"),
          "gbp", List.of("£", "pound", "pounds"),
          "km", List.of("kms", "kilometre", "kilometres", "kilometers", "kilomètres"),
          "m2", List.of("m²", "sqm"),
          "m²", List.of("m2", "sqm"));

  private static final Set<String> CURRENCIES = Set.of("mad", "eur", "usd", "gbp");

  private final List<String> spellings;
  private final List<String> foreign;

  /**
   * @param unit as it is declared; "" for none
   */
  public UnitText(String unit) {
    String declared = unit.strip().toLowerCase(Locale.ROOT);
    this.spellings = spellings(Stream.of(declared));
    this.foreign =
        CURRENCIES.contains(declared)
            ? spellings(CURRENCIES.stream().filter(other -> !other.equals(declared)))
            : List.of();
  }

  private static List<String> spellings(Stream<String> units) {
    return units
        .flatMap(unit ->
            Stream.concat(Stream.of(unit), SPELLINGS.getOrDefault(unit, List.of()).stream()))
        .filter(spelling -> !spelling.isEmpty())
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(String::compareTo))
        .toList();
  }

  /** Whether a number carries another currency than the declared one. */
  public boolean isForeign(String text) {
    return without(text, spellings).equals(text) && !without(text, foreign).equals(text);
  }

  /** The text without the unit before or behind it; as it is when there is none. */
  public String without(String text) {
    String bare = without(text, spellings);
    return bare.equals(text) ? without(text, foreign) : bare;
  }

  private static String without(String text, List<String> spellings) {
    if (text.isEmpty() || spellings.isEmpty() || isBare(text)) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return text;
    }
    for (String spelling : spellings) {
      if (lower.endsWith(spelling)) {
        return Texts.clean(text.substring(0, text.length() - spelling.length()));
      }
      if (lower.startsWith(spelling)) {
        return Texts.clean(text.substring(spelling.length()));
      }
    }
    return text;
  }

  private static boolean isBare(String text) {
    char first = text.charAt(0);
    return (isDigit(first) || first == '-' || first == '+')
        && isDigit(text.charAt(text.length() - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
