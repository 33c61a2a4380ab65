package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogBufferTest {
  private final LogBuffer lines = new LogBuffer(8);

  @Test
  void keepsWhatFitsInItsOrder() {
    add("a\n", "b\n", "c\n");

    assertThat(drained()).isEqualTo("a\nb\nc\n");
    assertThat(lines.isEmpty()).isTrue();
  }

  @Test
  void dropsTheMiddleAndSaysHowMuch() {
    add("1\n", "2\n", "3\n", "44\n", "5\n", "6\n");

    assertThat(drained()).isEqualTo("1\n2\n[5 dropped]\n5\n6\n");
  }

  @Test
  void keepsTheLatestLineHoweverLongItIs() {
    add("1\n", "2\n", "3\n", "a longer one\n");

    assertThat(drained()).isEqualTo("1\n2\n[2 dropped]\na longer one\n");
  }

  @Test
  void beginsAnewAfterItWasEmptied() {
    add("1\n", "2\n", "3\n", "4\n", "5\n");
    drained();
    add("6\n", "7\n");

    assertThat(drained()).isEqualTo("6\n7\n");
  }

  @Test
  void countsWhatCouldNotBeWritten() {
    lines.lost(100);
    add("1\n");

    assertThat(drained()).isEqualTo("[100 dropped]\n1\n");
  }

  private void add(String... texts) {
    for (String text : texts) {
      lines.add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String drained() {
    byte[] content =
        lines.drain(bytes -> "[%d dropped]\n".formatted(bytes).getBytes(StandardCharsets.UTF_8));
    return new String(content, StandardCharsets.UTF_8);
  }
}
