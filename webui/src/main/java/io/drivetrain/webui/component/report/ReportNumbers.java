package io.drivetrain.webui.component.report;

import io.drivetrain.webui.component.Quantities;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** Writes the numbers of a report in their units. */
public final class ReportNumbers {
  private static final String SHARE = "share";
  private static final String DEVIATIONS = "standard deviations";

  private final Locale locale;
  private final Quantities quantities;

  public ReportNumbers(Locale locale) {
    this.locale = locale;
    this.quantities = new Quantities(locale);
  }

  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number).replace('\u202f', '\u00a0');
  }

  public String count(Optional<Long> number) {
    return number.map(this::count).orElse("");
  }

  public String share(double part) {
    return quantities.percent(part);
  }

  /**
   * @param unit the target's, share (of 1), standard deviations, or ""
   */
  public String value(double number, String unit) {
    return switch (unit) {
      case SHARE -> quantities.percent(number);
      case DEVIATIONS -> quantities.of(number, "\u03c3");
      default -> quantities.of(number, unit);
    };
  }

  public String value(Optional<Double> number, String unit) {
    return number.map(one -> value(one, unit)).orElse("");
  }

  /** With its sign. */
  public String difference(Optional<Double> number, String unit) {
    return number.map(one -> (one > 0 ? "+" : "") + value(one, unit)).orElse("");
  }
}
