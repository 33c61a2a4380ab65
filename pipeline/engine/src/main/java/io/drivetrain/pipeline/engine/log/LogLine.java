package io.drivetrain.pipeline.engine.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One line of a log: {@code 2026-11-21T10:00:00.123Z INFO text}. A text of several lines goes on
 * indented, so that what begins with a time is always a line of its own.
 */
final class LogLine {
  /** In UTF-8 such a line is far below the 64 KiB that a reader takes at a time. */
  static final int LONGEST_TEXT = 16_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private LogLine() {}

  /** The line with its end, in UTF-8. */
  static byte[] of(Instant at, LogLevel level, String text) {
    String line = TIME.format(at) + " " + level + " " + shortened(plain(text)) + "\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.strip()
        .replace("\r\n", "\n")
        .chars()
        .forEach(character -> {
          switch (character) {
            case '\n' -> plain.append("\n  ");
            case '\t' -> plain.append('\t');
            default -> plain.append(Character.isISOControl(character) ? '?' : (char) character);
          }
        });
    return plain.toString();
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT - (Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0);
    return "%s... (%d characters more)".formatted(text.substring(0, end), text.length() - end);
  }
}
