package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final ProgressLines lines = new ProgressLines();

  @Test
  void tellsOtherWordsAtOnce() {
    assertThat(lines.line("reading cars.csv", 0.1, 1)).contains("reading cars.csv (10 %)");
    assertThat(lines.line("tree 1 of 500", 0.2, 2)).contains("tree 1 of 500 (20 %)");
  }

  @Test
  void tellsACountNowAndThen() {
    long start = System.nanoTime();
    lines.line("tree 1 of 500", 0, start);

    assertThat(lines.line("tree 2 of 500", 0.01, start + Duration.ofSeconds(4).toNanos()))
        .isEmpty();
    assertThat(lines.line("tree 9 of 500", 0.018, start + Duration.ofSeconds(5).toNanos()))
        .contains("tree 9 of 500 (2 %)");
  }

  @Test
  void tellsTheSameOnce() {
    lines.line("pausing", 0.1, 0);

    assertThat(lines.line("pausing", 0.9, Duration.ofHours(1).toNanos())).isEmpty();
  }
}
