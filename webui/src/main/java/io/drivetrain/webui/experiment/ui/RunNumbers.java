package io.drivetrain.webui.experiment.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes metrics with six digits, as people of a language read numbers. */
final class RunNumbers {
  private static final MathContext DIGITS = new MathContext(6);

  /** Numbers smaller or greater than these are written with a power of ten. */
  private static final double SMALLEST = 1e-4;

  private static final double GREATEST = 1e12;

  private final NumberFormat plain;
  private final NumberFormat scientific;

  RunNumbers(Locale locale) {
    plain = NumberFormat.getNumberInstance(locale);
    plain.setMaximumFractionDigits(10);
    scientific = NumberFormat.getNumberInstance(locale);
    ((DecimalFormat) scientific).applyPattern("0.#####E0");
  }

  /**
   * @param value null for none
   */
  String metric(Double value) {
    if (value == null) {
      return "";
    }
    if (!Double.isFinite(value)) {
      return value.toString();
    }
    double size = Math.abs(value);
    boolean isPlain = size == 0 || size >= SMALLEST && size < GREATEST;
    return (isPlain ? plain : scientific).format(new BigDecimal(value).round(DIGITS));
  }
}
