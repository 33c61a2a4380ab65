package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes times as people of a language read them, on the clock of their browser. */
public final class TimeFormat {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Locale locale;
  private final ZoneId zone;
  private final Instant now;

  public TimeFormat(Locale locale, ZoneId zone, Instant now) {
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  /** For the visitor of a page; on the clock of UTC when the browser does not tell its own. */
  public static TimeFormat of(UI page) {
    return new TimeFormat(page.getLocale(), zone(page), Instant.now());
  }

  /** Of a visitor's browser; UTC when it does not tell its own. */
  public static ZoneId zone(UI page) {
    return zone(page.getPage().getExtendedClientDetails().getTimeZoneId());
  }

  private static ZoneId zone(String id) {
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /** When these times are written: what has not ended lasts until then. */
  public Instant now() {
    return now;
  }

  /** {@code 21 Nov 2026, 03:40}. */
  public String at(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(time);
  }

  /** {@code 03:40:12}. */
  public String clock(Instant time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(time);
  }

  /** {@code 2026-11-21 03:40:12.345}, to stand below others of its kind. */
  public String stamp(Instant time) {
    return STAMP.withZone(zone).format(time);
  }

  /** The time on the clock, with the day when that is another one. */
  public String until(Instant time) {
    boolean isToday = now.atZone(zone).toLocalDate().equals(time.atZone(zone).toLocalDate());
    return isToday ? clock(time) : at(time);
  }

  /** {@code 240 ms}, {@code 3.2 s}, {@code 2 min 05 s}, {@code 1 h 02 min}, {@code 3 d 4 h}. */
  public String lasting(Duration time) {
    Duration length = time.isNegative() ? Duration.ZERO : time;
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return length.toMillis() + unit("ms");
    }
    if (length.compareTo(MINUTE) < 0) {
      return seconds(length) + unit("s");
    }
    if (length.compareTo(HOUR) < 0) {
      return pair(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    return length.compareTo(DAY) < 0
        ? pair(length.toHours(), "h", length.toMinutesPart(), "min")
        : pair(
            length.toDays(),
            locale.getLanguage().equals("fr") ? "j" : "d",
            length.toHoursPart(),
            "h");
  }

  /** Rounded down, as the other units are. */
  private String seconds(Duration length) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(length.toNanos() / NANOS_PER_SECOND);
  }

  private static String pair(long large, String largeUnit, int small, String smallUnit) {
    return large + unit(largeUnit) + NO_BREAK_SPACE + "%02d".formatted(small) + unit(smallUnit);
  }

  private static String unit(String name) {
    return NO_BREAK_SPACE + name;
  }
}
