package io.drivetrain.pipeline.learning.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them in a language, and in UTC. */
public final class NumberText {
  /** As the documents have them that are in English always. */
  public static final NumberText ENGLISH = in(Language.EN);

  private final Locale locale;
  private final DateTimeFormatter time;
  private final boolean french;

  private NumberText(Language language) {
    this.french = language == Language.FR;
    this.locale = language.locale();
    Locale months = french ? Locale.FRENCH : Locale.ENGLISH;
    this.time =
        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", months).withZone(ZoneOffset.UTC);
  }

  static NumberText in(Language language) {
    return new NumberText(language);
  }

  /**
   * Four significant digits, or all of a whole number: {@code 12,345}, {@code 98.77}, {@code
   * 0.0123}.
   */
  public String number(double value) {
    if (Double.isNaN(value)) {
      return french ? "indéfini" : "not a number";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    double size = Math.abs(value);
    if (size >= 1000 || value == Math.rint(value)) {
      return text("%,.0f", value);
    }
    if (size >= 1) {
      return text(size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f", value);
    }
    return size >= 0.001 ? text("%.4f", value) : text("%.2e", value);
  }

  /** Without zeros at the end: {@code 0.7}, {@code 40,000}. */
  public String round(double value) {
    String number = number(value);
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 1000;
    return whole || number.contains("e") ? number : number.replaceAll("[.,]?0+$", "");
  }

  /** With its sign: {@code +1,200}, {@code -0.0034}. */
  public String signed(double value) {
    return value > 0 ? "+" + number(value) : number(value);
  }

  /** With its unit, which may be "". */
  public String amount(double value, String unit) {
    return (number(value) + " " + unit).strip();
  }

  public String count(long value) {
    return text("%,d", value);
  }

  /** A share of 1 as per cent: {@code 12.5 %}. */
  public String percent(double share) {
    return text("%.1f %%", share * 100);
  }

  /** The difference of two shares of 1, in percentage points. */
  public String points(double difference) {
    return text(french ? "%.1f pt" : "%.1f pp", difference * 100);
  }

  public String time(Instant instant) {
    return time.format(instant);
  }

  /** {@code 12 ms}, {@code 3.4 s}, {@code 5 min 12 s}, {@code 3 h 20 min}, {@code 2 d 4 h}. */
  public String duration(Duration duration) {
    if (duration.toMillis() < 1000) {
      return duration.toMillis() + " ms";
    }
    if (duration.toSeconds() < 60) {
      return text("%.1f s", duration.toMillis() / 1000.0);
    }
    if (duration.toMinutes() < 60) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    if (duration.toHours() < 48) {
      return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return "%d %s %d h".formatted(duration.toDays(), french ? "j" : "d", duration.toHoursPart());
  }

  /** As {@link #duration(Duration)}. */
  public String seconds(double seconds) {
    return duration(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private String text(String format, Object value) {
    return String.format(locale, format, value);
  }
}
