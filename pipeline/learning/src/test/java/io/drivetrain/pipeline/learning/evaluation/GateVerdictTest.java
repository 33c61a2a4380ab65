package io.drivetrain.pipeline.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.learning.quality.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateVerdictTest {

  @Test
  void tellsTheFirstThreeThatSayNoAndNamesTheOthers() {
    GateVerdict verdict =
        new GateVerdict(
            List.of(no("a"), yes("b"), warning("c"), no("d"), no("e"), no("f"), no("g")));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons())
        .isEqualTo("a: a is off; d: d is off; e: e is off; and no from f, g");
  }

  @Test
  void tellsAllOfAFew() {
    GateVerdict verdict = new GateVerdict(List.of(no("a"), no("b"), no("c"), warning("d")));

    assertThat(verdict.reasons()).isEqualTo("a: a is off; b: b is off; c: c is off");
  }

  @Test
  void passesWhenNoneThatCountsSaysNo() {
    GateVerdict verdict = new GateVerdict(List.of(yes("a"), warning("b")));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.reasons()).isEmpty();
  }

  private static GateResult no(String gate) {
    return new GateResult(gate, Severity.ERROR, false, gate + " is off", Map.of());
  }

  private static GateResult yes(String gate) {
    return new GateResult(gate, Severity.ERROR, true, gate + " is right", Map.of());
  }

  private static GateResult warning(String gate) {
    return new GateResult(gate, Severity.WARN, false, gate + " is off", Map.of());
  }
}
