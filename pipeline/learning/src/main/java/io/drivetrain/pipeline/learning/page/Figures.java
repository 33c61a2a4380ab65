package io.drivetrain.pipeline.learning.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them, in English and in UTC. */
public final class Figures {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /**
   * Four digits that count, or all of a whole number: {@code 12,345}, {@code 98.77}, {@code
   * 0.0123}.
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
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

  /** As a person would write it, without zeros at the end: {@code 0.7}, {@code 40,000}. */
  public static String round(double value) {
    String number = number(value);
    return number.matches("-?[\\d,]*\\.\\d+") ? number.replaceAll("\\.?0+$", "") : number;
  }

  /** With its sign: {@code +1,200}, {@code -0.0034}. */
  public static String signed(double value) {
    return value > 0 ? "+" + number(value) : number(value);
  }

  public static String count(long value) {
    return text("%,d", value);
  }

  /** A share of 1 as per cent: {@code 12.5 %}. */
  public static String percent(double share) {
    return text("%.1f %%", share * 100);
  }

  /** The difference of two shares of 1, in percentage points. */
  public static String points(double difference) {
    return text("%.1f pp", difference * 100);
  }

  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** {@code 12 ms}, {@code 3.4 s}, {@code 5 min 12 s}, {@code 3 h 20 min}, {@code 2 d 4 h}. */
  public static String duration(Duration duration) {
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
    return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
  }

  private static String text(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
