package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Head;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassCalibrationTest {

  @Test
  void findsTheSlopeThatMakesOverconfidentScoresHonest() {
    Random random = new Random(5);
    double[][] scores = new double[4000][1];
    double[] targets = new double[scores.length];
    for (int row = 0; row < scores.length; row++) {
      double logOdds = 2 * random.nextGaussian() - 0.5;
      targets[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
      scores[row][0] = 5 * logOdds;
    }

    Calibration calibration = ClassCalibration.fit(scores, targets, 2);

    double shift = calibration.intercepts().get(1) - calibration.intercepts().get(0);
    assertThat(calibration.slopes().get(1)).isCloseTo(0.2, within(0.02));
    assertThat(shift).isCloseTo(0, within(0.15));
  }

  @Test
  void lowersTheLossAndTheCalibrationErrorOfSeveralClasses() {
    Random random = new Random(6);
    double[][] scores = new double[3000][3];
    double[] targets = new double[scores.length];
    for (int row = 0; row < scores.length; row++) {
      targets[row] = random.nextInt(3);
      for (int k = 0; k < 3; k++) {
        scores[row][k] = 0.3 * ((targets[row] == k ? 1 : 0) + random.nextGaussian()) + k;
      }
    }

    Calibration calibration = ClassCalibration.fit(scores, targets, 3);

    HoldOutMetrics before = metrics(scores, targets, Calibration.none(3));
    HoldOutMetrics after = metrics(scores, targets, calibration);
    assertThat(value(after, Metric.LOG_LOSS)).isLessThan(value(before, Metric.LOG_LOSS) - 0.1);
    assertThat(value(after, Metric.CALIBRATION_ERROR)).isLessThan(0.03);
  }

  @Test
  void scoresThatPartTheClassesWhollyStayFinite() {
    double[][] scores = {{1, -1}, {2, -2}, {-1, 1}, {-3, 3}};

    Calibration calibration = ClassCalibration.fit(scores, new double[] {0, 0, 1, 1}, 2);

    assertThat(calibration.slopes()).allSatisfy(slope -> assertThat(slope).isBetween(1.0, 10.0));
  }

  private static double value(HoldOutMetrics metrics, Metric metric) {
    return metrics.value(metric).orElseThrow();
  }

  private static HoldOutMetrics metrics(
      double[][] scores, double[] targets, Calibration calibration) {
    Head.Classification head = new Head.Classification(List.of("a", "b", "c"), calibration);
    int[] actual = new int[targets.length];
    double[][] probabilities = new double[targets.length][];
    for (int row = 0; row < targets.length; row++) {
      actual[row] = (int) targets[row];
      probabilities[row] = head.predict(scores[row], List.of()).numbers();
    }
    return HoldOutMetrics.of(actual, probabilities);
  }
}
