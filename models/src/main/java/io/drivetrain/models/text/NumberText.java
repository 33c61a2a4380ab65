package io.drivetrain.models.text;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as French, Moroccan and English people and programs write them: {@code 120000}, {@code
 * 120 000}, {@code 0,5}, {@code 0.5}, {@code 1.2e5}. Groups are parted by any space, also narrow
 * and no-break ones.
 */
public final class NumberText {

  private static final int LONGEST = 64;
  private static final String SPACE = "[ \u00a0\u2007\u2009\u202f]";
  private static final String UNSIGNED = "(?:\\d{1,3}(?:" + SPACE + "\\d{3})+|\\d+)(?:[.,]\\d+)?";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?" + UNSIGNED + "(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern RANGE =
      Pattern.compile("(" + UNSIGNED + ")\\s*[-\u2013]\\s*(" + UNSIGNED + ")");
  private static final Pattern SPACES = Pattern.compile(SPACE);

  /** {@code 120,000}: 120 in French, 120000 in English. */
  private static final Pattern COMMA_OR_GROUP = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  /** {@code 120.000}: 120 for a program, 120000 for many people. */
  private static final Pattern POINT_OR_GROUP = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");

  /** {@code 1.234.567} and {@code 1.234,5}: points between groups. */
  private static final Pattern POINT_GROUPS =
      Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3}){2,}|(?:\\.\\d{3})+,\\d+)");

  /** {@code 1,234,567} and {@code 1,234.5}: commas between groups. */
  private static final Pattern COMMA_GROUPS =
      Pattern.compile("[+-]?\\d{1,3}(?:(?:,\\d{3}){2,}|(?:,\\d{3})+\\.\\d+)");

  private NumberText() {}

  /** The number in a cleaned text; empty when it is none, is not finite or can be read two ways. */
  public static OptionalDouble parse(String text) {
    if (text.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    if (NUMBER.matcher(text).matches()) {
      return COMMA_OR_GROUP.matcher(text).matches() ? OptionalDouble.empty() : value(text);
    }
    if (POINT_GROUPS.matcher(text).matches()) {
      return value(text.replace(".", ""));
    }
    return COMMA_GROUPS.matcher(text).matches()
        ? value(text.replace(",", ""))
        : OptionalDouble.empty();
  }

  /** As {@link #parse}, but refuses {@code 120.000} too: no one writes a whole number like that. */
  public static OptionalDouble parseInteger(String text) {
    return POINT_OR_GROUP.matcher(text).matches() ? OptionalDouble.empty() : parse(text);
  }

  /** Whether a text is a number with one separator that may part groups or decimals. */
  public static boolean isAmbiguous(String text, boolean integer) {
    return text.length() <= LONGEST
        && (COMMA_OR_GROUP.matcher(text).matches()
            || integer && POINT_OR_GROUP.matcher(text).matches());
  }

  /** The midpoint of {@code 200 000 - 249 999}; empty when the text is no such range. */
  public static OptionalDouble midpoint(String text) {
    Matcher range = RANGE.matcher(text);
    if (text.length() > LONGEST || !range.matches()) {
      return OptionalDouble.empty();
    }
    OptionalDouble low = parse(range.group(1));
    OptionalDouble high = parse(range.group(2));
    if (low.isEmpty() || high.isEmpty() || low.getAsDouble() > high.getAsDouble()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((low.getAsDouble() + high.getAsDouble()) / 2);
  }

  public static OptionalDouble finite(Number number) {
    double value = number.doubleValue();
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Without exponent and without zeros at the end: {@code 120000}, {@code 0.5}. */
  public static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static OptionalDouble value(String text) {
    return finite(Double.valueOf(SPACES.matcher(text).replaceAll("").replace(',', '.')));
  }
}
