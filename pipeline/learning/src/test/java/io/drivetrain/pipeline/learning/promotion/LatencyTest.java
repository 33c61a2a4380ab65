package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private final StopwatchDouble stopwatch = new StopwatchDouble();
  private int calls;

  /** The calls take 1, 2, .. 40 ms; the first 20 warm up. Looking at the time takes 1 µs. */
  @Test
  void measuresTheCallsAfterAsManyThatWarmUp() {
    Latency latency = Latency.of(20, stopwatch, () -> stopwatch.pause(Duration.ofMillis(++calls)));

    assertThat(calls).isEqualTo(40);
    assertThat(latency).isEqualTo(new Latency(31_001, 40_001));
    assertThat(latency.p95Millis()).isEqualTo(40.001);
  }

  @Test
  void theGateSaysWhatWasMeasured() {
    LatencyGate gate = new LatencyGate(40.0, null, null, null);

    GateResult result = gate.judge(latency(gate, 40.001));

    assertThat(result.blocks()).isTrue();
    assertThat(result.comparison())
        .isEqualTo("the 95th percentile 40.001 ms is above the maximum 40.000 ms");
    assertThat(result.details()).isEqualTo(latency(gate, 40.001));
    assertThat(gate.judge(latency(gate, 40)).passed()).isTrue();
  }

  private static GateDetails.Latency latency(LatencyGate gate, double p95Millis) {
    assertThat(gate.calls()).isEqualTo(100);
    return new GateDetails.Latency(
        "a call", p95Millis, gate.p95Millis(), gate.calls(), 1, Optional.of(7.0), Optional.empty());
  }

  @Test
  void refusesSoFewCallsThatNoneMayBeSlower() {
    assertThatThrownBy(() -> new LatencyGate(null, null, 19, null))
        .hasMessage("calls must be at least 20: 1 in 20 may be slower");
  }
}
