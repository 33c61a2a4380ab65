package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogTextTest {
  @Test
  void takesWholeLinesOnly() {
    assertThat(LogText.of(utf8("öne\ntwo\nthr"))).isEqualTo(new LogText("öne\ntwo", 9));
  }

  @Test
  void leavesOutTheRestOfACharacterThatBeganBefore() {
    byte[] content = utf8("ö!\n");

    assertThat(LogText.of(Arrays.copyOfRange(content, 1, content.length)))
        .isEqualTo(new LogText("!", 3));
  }

  @Test
  void leavesACharacterWholeThatEndsBehindTheContent() {
    byte[] content = utf8("a car \uD83D\uDE97");

    assertThat(LogText.of(Arrays.copyOf(content, 8))).isEqualTo(new LogText("a car ", 6));
    assertThat(LogText.of(content)).isEqualTo(new LogText("a car \uD83D\uDE97", 10));
  }

  @Test
  void goesOnWhateverTheBytesAre() {
    assertThat(LogText.of(new byte[] {(byte) 0x80, (byte) 0x80}).bytes()).isEqualTo(2);
    assertThat(LogText.of(new byte[] {(byte) 0xff, 'a'}).bytes()).isEqualTo(2);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
