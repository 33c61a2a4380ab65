package io.drivetrain.pipeline.engine.log;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Selects the progress reports that become log lines: a step may report "batch 120 of 500" many
 * times a second. A report with new words is logged at once, one that only counts further now and
 * then.
 */
final class ProgressLines {
  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  private String last = "";
  private String lastWords = "";
  private long lastNanos;

  /** The line that a report makes, if it makes one. */
  Optional<String> line(String text, double fraction, long nowNanos) {
    if (text.equals(last)) {
      return Optional.empty();
    }
    String words = words(text);
    if (words.equals(lastWords) && nowNanos - lastNanos < PAUSE_NANOS) {
      return Optional.empty();
    }
    last = text;
    lastWords = words;
    lastNanos = nowNanos;
    return Optional.of(
        String.format(Locale.ROOT, "%s (%.0f %%)", text, 100 * Math.clamp(fraction, 0.0, 1.0)));
  }

  private static String words(String text) {
    return text.codePoints()
        .filter(character -> !Character.isDigit(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
