package io.drivetrain.pipeline.learning.data.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns as they are compared and shown. */
public final class HeaderText {
  /** Zero-width characters, byte order marks, soft hyphens and control characters. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private HeaderText() {}

  /** Without invisible characters, every white space as one space, accents composed (NFC). */
  public static String clean(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    return Normalizer.normalize(
        SPACES.matcher(visible).replaceAll(" ").strip(), Normalizer.Form.NFC);
  }

  /** Whether two names are the same but for case and what {@link #clean} removes. */
  public static boolean isSame(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Whether two names are the same but for case and accents. */
  static boolean isSameWithoutAccents(String one, String other) {
    return withoutAccents(one).equals(withoutAccents(other));
  }

  /** For a message: characters that nobody sees as their number. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c != ' ' && (Character.isISOControl(c) || isInvisible(c))) {
            shown.append("\\u%04X".formatted(c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c);
  }

  private static String key(String text) {
    return clean(text).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    return ACCENTS.matcher(Normalizer.normalize(key(text), Normalizer.Form.NFD)).replaceAll("");
  }
}
