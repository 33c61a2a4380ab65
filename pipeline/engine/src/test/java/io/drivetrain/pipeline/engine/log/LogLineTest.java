package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private static final Instant TIME = Instant.parse("2026-11-21T10:00:00.123456Z");

  @Test
  void beginsWithTheTimeAndTheLevel() {
    assertThat(line("72 trées\n")).isEqualTo("2026-11-21T10:00:00.123Z INFO 72 trées\n");
  }

  @Test
  void indentsFurtherLinesSoThatNobodyForgesOne() {
    assertThat(line("one\r\n2026-11-21T10:00:00.123Z INFO two"))
        .isEqualTo("2026-11-21T10:00:00.123Z INFO one\n  2026-11-21T10:00:00.123Z INFO two\n");
  }

  @Test
  void replacesWhatATerminalWouldObey() {
    assertThat(line("a\u001b[2Jb\0c\td\re")).endsWith(" a?[2Jb?c\td?e\n");
  }

  @Test
  void shortensALongTextBetweenCharacters() {
    String text = "x".repeat(LogLine.LONGEST_TEXT - 1) + "\uD83D\uDE97 and more";

    assertThat(line(text))
        .isEqualTo(
            "2026-11-21T10:00:00.123Z INFO "
                + "x".repeat(LogLine.LONGEST_TEXT - 1)
                + "... (11 characters more)\n");
  }

  @Test
  void namesTheLevelsOfAllLoggersAlike() {
    assertThat(LogLevel.of(Level.SEVERE)).isEqualTo(LogLevel.ERROR);
    assertThat(LogLevel.of(Level.WARNING)).isEqualTo(LogLevel.WARN);
    assertThat(LogLevel.of(Level.INFO)).isEqualTo(LogLevel.INFO);
    assertThat(LogLevel.of(org.jboss.logmanager.Level.ERROR)).isEqualTo(LogLevel.ERROR);
    assertThat(LogLevel.of(org.jboss.logmanager.Level.WARN)).isEqualTo(LogLevel.WARN);
  }

  private static String line(String text) {
    return new String(LogLine.of(TIME, LogLevel.INFO, text), StandardCharsets.UTF_8);
  }
}
