package io.drivetrain.pipeline.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.prediction.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldOutMetricsTest {

  @Test
  void measuresInTheUnitAndInStandardDeviations() {
    double[] actual = {100, 200, 300, 400};
    double[] predicted = {110, 190, 300, 440};
    List<Interval> intervals =
        List.of(
            new Interval(90, 130, 0.9),
            new Interval(180, 195, 0.9),
            new Interval(250, 350, 0.9),
            new Interval(400, 480, 0.9));

    HoldOutMetrics metrics = HoldOutMetrics.of(actual, predicted, intervals);

    double sd = Math.sqrt(12_500);
    assertThat(metrics.r2()).isCloseTo(1 - 1800.0 / 50_000, within(1e-12));
    assertThat(metrics.rmse()).isCloseTo(Math.sqrt(450), within(1e-12));
    assertThat(metrics.mae()).isEqualTo(15);
    assertThat(metrics.medianError()).isEqualTo(10);
    assertThat(metrics.mape()).isCloseTo((0.1 + 0.05 + 0 + 0.1) / 4, within(1e-12));
    assertThat(metrics.rmseSd()).isCloseTo(Math.sqrt(450) / sd, within(1e-12));
    assertThat(metrics.maeSd()).isCloseTo(15 / sd, within(1e-12));
    assertThat(metrics.coverage()).isEqualTo(0.75);
    assertThat(metrics.byName().keySet()).isEqualTo(HoldOutMetrics.NAMES);
  }

  @Test
  void leavesOutWhatIsNoNumber() {
    double[] actual = {0, 10};

    HoldOutMetrics metrics =
        HoldOutMetrics.of(
            actual,
            new double[] {1, 9},
            List.of(new Interval(0, 2, 0.9), new Interval(8, 11, 0.9)));

    assertThat(metrics.byName()).doesNotContainKey("test_mape").containsKey("test_mae");
  }
}
