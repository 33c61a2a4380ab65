package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptLogTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final AttemptLog log =
      new AttemptLog(
          new UUID(0, 1),
          "train",
          7,
          new LogMask(List.of("hunter2!"), Map.of()),
          Clock.fixed(NOW, ZoneOffset.UTC),
          100);

  @Test
  void hasNothingToWriteAtFirst() {
    assertThat(log.next()).isEmpty();
  }

  @Test
  void givesTheSameChunkUntilItIsWritten() {
    log.info("one");
    LogChunk first = log.next().orElseThrow();
    log.info("two");

    assertThat(log.next()).containsSame(first);
    log.written(first);
    LogChunk second = log.next().orElseThrow();
    assertThat(text(second)).isEqualTo("2026-11-21T10:00:00.000Z INFO two\n");
    assertThat(second.position()).isEqualTo(first.content().length);
    log.written(second);
    assertThat(log.next()).isEmpty();
  }

  @Test
  void saysWhatTheDatabaseRefused() {
    log.info("one");
    log.refused(log.next().orElseThrow());
    log.info("two");

    LogChunk chunk = log.next().orElseThrow();

    assertThat(chunk.position()).isZero();
    assertThat(text(chunk))
        .isEqualTo(
            """
            2026-11-21T10:00:00.000Z WARN 34 bytes of the log are missing here: the database could not store them in time.
            2026-11-21T10:00:00.000Z INFO two
            """);
  }

  @Test
  void cutsWhatAStepTellsButNotHowItEnds() {
    for (int i = 1; i <= 4; i++) {
      log.tell(NOW, LogLevel.INFO, "epoch " + i);
    }
    log.error("The step failed.");
    log.close();

    LogChunk chunk = log.next().orElseThrow();

    assertThat(text(chunk))
        .isEqualTo(
            """
            2026-11-21T10:00:00.000Z INFO epoch 1
            2026-11-21T10:00:00.000Z INFO epoch 2
            2026-11-21T10:00:00.000Z WARN The log is truncated here: an attempt may log 100 bytes (drivetrain.log.limit).
            2026-11-21T10:00:00.000Z ERROR The step failed.
            """);
    assertThat(chunk.isLast()).isTrue();
  }

  @Test
  void endsAlsoWithoutAFurtherLine() {
    log.info("one");
    log.written(log.next().orElseThrow());
    log.close();
    log.info("too late");
    log.tell(NOW, LogLevel.INFO, "too late");

    Optional<LogChunk> last = log.next();

    assertThat(last.orElseThrow().isLast()).isTrue();
    assertThat(last.orElseThrow().content()).isEmpty();
  }

  @Test
  void masksSecretsInMessages() {
    log.error("no login with hunter2!");

    assertThat(text(log.next().orElseThrow()))
        .contains("no login with ***")
        .doesNotContain("hunter2");
  }

  private static String text(LogChunk chunk) {
    return new String(chunk.content(), StandardCharsets.UTF_8);
  }
}
