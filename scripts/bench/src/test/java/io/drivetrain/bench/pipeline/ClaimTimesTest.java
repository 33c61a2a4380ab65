package io.drivetrain.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ClaimTimesTest {
  private static String metrics(int to1ms, int to5ms, int all) {
    return """
    # TYPE drivetrain_pipeline_claims_seconds histogram
    drivetrain_pipeline_claims_seconds_bucket{le="0.001"} %d
    drivetrain_pipeline_claims_seconds_bucket{le="0.005"} %d
    drivetrain_pipeline_claims_seconds_bucket{le="+Inf"} %d
    drivetrain_pipeline_claims_seconds_count %3$d
    other_seconds_bucket{le="9"} 7
    """
        .formatted(to1ms, to5ms, all);
  }

  @Test
  void timesAreThoseSinceAnEarlierLook() throws IOException {
    ClaimTimes earlier = ClaimTimes.parse(metrics(50, 60, 100));

    ClaimTimes times = ClaimTimes.parse(metrics(110, 150, 200)).since(earlier);

    assertThat(times.count()).isEqualTo(100);
    assertThat(times.millis(0.5)).isEqualTo(1);
    assertThat(times.millis(0.9)).isEqualTo(5);
    assertThat(times.millis(0.99)).isInfinite();
  }

  @Test
  void metricsWithoutTheHistogramAreRefused() {
    assertThatIOException()
        .isThrownBy(() -> ClaimTimes.parse("up 1\n"))
        .withMessage("/metrics has no histogram drivetrain_pipeline_claims_seconds");
  }
}
