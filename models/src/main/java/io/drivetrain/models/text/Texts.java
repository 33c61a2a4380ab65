package io.drivetrain.models.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cleans texts from outside, so that texts that look the same are the same. */
public final class Texts {

  private static final int LONGEST_QUOTE = 60;

  /** Below it every character is its own canonical composition. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}+]+");

  private Texts() {}

  /** Without white space at both ends (no-break spaces too), composed (Unicode NFC). */
  public static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return composed(text.substring(start, end));
  }

  /** As categories are compared: in lower case, every white space inside as one space. */
  public static String fold(String text) {
    return SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /**
   * As people mean a name: its letters, digits and plus signs in lower case and without accents.
   * {@code Citroën}, {@code CITROEN} are one; {@code mercedes benz}, {@code Mercedes-Benz} are too.
   */
  public static String letters(String text) {
    String parted = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return NO_LETTERS.matcher(parted).replaceAll("");
  }

  /** As a message may repeat it: no control characters, at most 60 characters. */
  public static String quotable(Object value) {
    String text = String.valueOf(value);
    boolean cut = text.length() > LONGEST_QUOTE;
    StringBuilder out = new StringBuilder(LONGEST_QUOTE + 1);
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(out::appendCodePoint);
    return cut ? out.append('\u2026').toString() : out.toString();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
