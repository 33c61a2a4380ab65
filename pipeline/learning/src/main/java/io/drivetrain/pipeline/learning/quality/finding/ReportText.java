package io.drivetrain.pipeline.learning.quality.finding;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as the sentences of a report write them. */
public final class ReportText {
  private ReportText() {}

  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  public static String percent(double share) {
    return text("%.1f %%", share * 100);
  }

  /** A bound that may be absent. */
  public static String bound(Double bound) {
    return bound == null ? "any" : number(bound);
  }

  public static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
