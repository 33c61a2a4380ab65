package io.drivetrain.webui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.client.Attempt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepLogTest {
  private static final Attempt TRY =
      new Attempt(
          1,
          Optional.empty(),
          Optional.empty(),
          "host7/12",
          Instant.parse("2026-11-21T10:00:07Z"),
          Optional.empty(),
          100);

  @Test
  void lineThatHasNotEndedIsLeftForTheNextPart() {
    StepLog log = part("one\ntwo\nthr");

    assertThat(log.text()).isEqualTo("one\ntwo\n");
    assertThat(log.to()).isEqualTo(48);
  }

  @Test
  void characterIsNeverCut() {
    byte[] whole = "dé\nà".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    StepLog log = StepLog.of(List.of(TRY), TRY, 0, cut);

    assertThat(log.text()).isEqualTo("dé\n");
    assertThat(log.to()).isEqualTo(4);
  }

  @Test
  void partWithoutAnEndOfALineIsTakenWhenItIsAsLargeAsAPartCanBe() {
    String line = "x".repeat(StepLog.LARGEST_PART);

    assertThat(part(line).text()).isEqualTo(line);
    assertThat(part("x").text()).isEmpty();
    assertThat(part("x").to()).isEqualTo(40);
  }

  @Test
  void textThatBeginsInTheMiddleOfALineBeginsWithTheNext() {
    StepLog log = part("ne\ntwo\n").fromItsFirstWholeLine();

    assertThat(log.text()).isEqualTo("two\n");
    assertThat(log.to()).isEqualTo(47);
  }

  private static StepLog part(String text) {
    return StepLog.of(List.of(TRY), TRY, 40, text.getBytes(StandardCharsets.UTF_8));
  }
}
