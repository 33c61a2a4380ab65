package io.drivetrain.models.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Task;
import java.util.Collections;
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

    HoldOutMetrics metrics =
        HoldOutMetrics.of(actual, predicted, intervals, new TrainingRange(0, 350));

    double sd = Math.sqrt(12_500);
    assertThat(metrics.value(Metric.R2).orElseThrow())
        .isCloseTo(1 - 1800.0 / 50_000, within(1e-12));
    assertThat(metrics.value(Metric.RMSE).orElseThrow()).isCloseTo(Math.sqrt(450), within(1e-12));
    assertThat(metrics.value(Metric.MAE).orElseThrow()).isEqualTo(15);
    assertThat(metrics.value(Metric.MEDIAN_ERROR).orElseThrow()).isEqualTo(10);
    assertThat(metrics.value(Metric.MAPE).orElseThrow())
        .isCloseTo((0.1 + 0.05 + 0 + 0.1) / 4, within(1e-12));
    assertThat(metrics.value(Metric.RMSE_SD).orElseThrow())
        .isCloseTo(Math.sqrt(450) / sd, within(1e-12));
    assertThat(metrics.value(Metric.MAE_SD).orElseThrow()).isCloseTo(15 / sd, within(1e-12));
    assertThat(metrics.value(Metric.COVERAGE).orElseThrow()).isEqualTo(0.75);
    assertThat(metrics.byName().keySet()).containsExactlyElementsOf(Metric.keys(Task.REGRESSION));
  }

  @Test
  void measuresTheRowsInTheTrainingRangeBesideAllRows() {
    double[] actual = {100, 200, 300, 4000};
    double[] predicted = {110, 190, 300, 400};
    List<Interval> intervals = Collections.nCopies(4, new Interval(0, 500, 0.9));

    HoldOutMetrics metrics =
        HoldOutMetrics.of(actual, predicted, intervals, new TrainingRange(50, 350));

    assertThat(metrics.value(Metric.IN_RANGE_ROWS)).hasValue(0.75);
    assertThat(metrics.value(Metric.IN_RANGE_R2).orElseThrow())
        .isCloseTo(1 - 200.0 / 20_000, within(1e-12));
    assertThat(metrics.value(Metric.IN_RANGE_MAE).orElseThrow()).isCloseTo(20.0 / 3, within(1e-12));
    assertThat(metrics.value(Metric.MAE)).hasValue(905);
    assertThat(metrics.value(Metric.R2).orElseThrow()).isLessThan(0.1);
  }

  @Test
  void measuresClasses() {
    int[] actual = {0, 0, 1, 2};
    double[][] probabilities = {{0.5, 0.25, 0.25}, {0.25, 0.5, 0.25}, {0.1, 0.8, 0.1}, {1, 0, 0}};

    HoldOutMetrics metrics = HoldOutMetrics.of(actual, probabilities);

    // Class 0: one right of two actual and two predicted; class 1: one of one and two; class 2:
    // none.
    double loss = -(Math.log(0.5) + Math.log(0.25) + Math.log(0.8) + Math.log(1e-15)) / 4;
    assertThat(metrics.value(Metric.ACCURACY)).hasValue(0.5);
    assertThat(metrics.value(Metric.MACRO_F1).orElseThrow())
        .isCloseTo((0.5 + 2.0 / 3 + 0) / 3, within(1e-12));
    assertThat(metrics.value(Metric.LOG_LOSS).orElseThrow()).isCloseTo(loss, within(1e-12));
    // At 0.5 one of two rows is right; at 0.8 the one row; at 1 none.
    assertThat(metrics.value(Metric.CALIBRATION_ERROR).orElseThrow())
        .isCloseTo((2 * 0 + 0.2 + 1) / 4, within(1e-12));
    assertThat(metrics.value(Metric.R2)).isEmpty();
    assertThat(metrics.value(Metric.ROC_AUC)).isEmpty();
  }

  @Test
  void ranksTheRowsOfTwoClasses() {
    int[] actual = {0, 0, 1, 1};
    double[][] probabilities = {{0.9, 0.1}, {0.6, 0.4}, {0.6, 0.4}, {0.2, 0.8}};

    HoldOutMetrics metrics = HoldOutMetrics.of(actual, probabilities);

    // Of four pairs three are in order and one is a draw.
    assertThat(metrics.value(Metric.ROC_AUC)).hasValue(3.5 / 4);
    assertThat(metrics.byName().keySet())
        .containsExactlyElementsOf(Metric.keys(Task.CLASSIFICATION));
    assertThat(HoldOutMetrics.of(new int[4], probabilities).value(Metric.ROC_AUC)).isEmpty();
  }

  @Test
  void leavesOutWhatIsNoNumber() {
    double[] actual = {0, 10};

    HoldOutMetrics metrics =
        HoldOutMetrics.of(
            actual,
            new double[] {1, 9},
            List.of(new Interval(0, 2, 0.9), new Interval(8, 11, 0.9)),
            new TrainingRange(0, 10));

    assertThat(metrics.byName()).doesNotContainKey("test_mape").containsKey("test_mae");
  }
}
