package io.drivetrain.webui.component;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Writes numbers of any size, whose unit nobody knows, in a few digits: {@code 0.00012346}, {@code
 * 1.2346e-9}, {@code 123,457}.
 */
public final class SignificantDigits {
  private static final MathContext DIGITS = new MathContext(5);
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double GREATEST_PLAIN = 1e12;

  private final NumberFormat format;

  public SignificantDigits(Locale locale) {
    format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(8);
  }

  public String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : "\u2212\u221e";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < SMALLEST_PLAIN || size >= GREATEST_PLAIN)) {
      return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString().replace("E", "e");
    }
    boolean isWhole = value == Math.rint(value);
    double rounded = isWhole ? value : new BigDecimal(value).round(DIGITS).doubleValue();
    return format.format(rounded).replace('\u202f', '\u00a0');
  }

  /** With its sign. */
  public String change(double value) {
    return value > 0 ? "+" + of(value) : of(value);
  }
}
