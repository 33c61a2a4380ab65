package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateVerdictTest {

  @Test
  void explainsTheFirstThreeThatFailAndNamesTheOthers() {
    GateVerdict verdict =
        new GateVerdict(
            List.of(no("a"), yes("b"), warning("c"), no("d"), no("e"), no("f"), no("g")));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons())
        .isEqualTo(
            "Gate a failed: a is off. Gate d failed: d is off. Gate e failed: e is off. Also failed:"
                + " f, g.");
  }

  @Test
  void explainsAllOfAFew() {
    GateVerdict verdict = new GateVerdict(List.of(no("a"), no("b"), no("c"), warning("d")));

    assertThat(verdict.reasons())
        .isEqualTo("Gate a failed: a is off. Gate b failed: b is off. Gate c failed: c is off.");
  }

  @Test
  void passesWhenOnlyWarningsFail() {
    GateVerdict verdict = new GateVerdict(List.of(yes("a"), warning("b")));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.reasons()).isEmpty();
  }

  private static GateResult no(String gate) {
    return new GateResult(gate, Severity.ERROR, false, gate + " is off", new GateDetails.None());
  }

  private static GateResult yes(String gate) {
    return new GateResult(gate, Severity.ERROR, true, gate + " is right", new GateDetails.None());
  }

  private static GateResult warning(String gate) {
    return new GateResult(gate, Severity.WARN, false, gate + " is off", new GateDetails.None());
  }
}
