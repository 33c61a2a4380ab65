package io.drivetrain.webui.component;

import java.text.NumberFormat;
import java.util.Locale;

/** Writes numbers as people of a language read them: {@code 123 456 MAD}, {@code 123,456 MAD}. */
public final class Quantities {
  private static final char NO_BREAK_SPACE = '\u00a0';

  /**
   * What French parts thousands with. The page's font draws it so thin that digits run together.
   */
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';

  /** Below it a number without a unit is taken for a year or a count, which has no separators. */
  private static final double SMALLEST_GROUPED = 10_000;

  private static final char MINUS = '\u2212';

  private final Locale locale;

  public Quantities(Locale locale) {
    this.locale = locale;
  }

  /** The number with its unit; a number from 1,000 on is rounded to whole units. */
  public String of(double value, String unit) {
    boolean grouped = !unit.isEmpty() || Math.abs(value) >= SMALLEST_GROUPED;
    return write(value, unit, grouped, fractionDigits(Math.abs(value)));
  }

  /** A part of a whole, always with its sign and rounded as the whole is: {@code +645 MAD}. */
  public String part(double value, String unit, double whole) {
    char sign = value < 0 ? MINUS : '+';
    return sign + write(Math.abs(value), unit, true, fractionDigits(Math.abs(whole)));
  }

  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  private String write(double value, String unit, boolean grouped, int fractionDigits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(grouped);
    format.setMaximumFractionDigits(fractionDigits);
    String number = format.format(value).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
    return unit.isEmpty() ? number : number + NO_BREAK_SPACE + unit;
  }

  private static int fractionDigits(double size) {
    if (size >= 1_000) {
      return 0;
    }
    return size >= 10 ? 1 : 3;
  }
}
