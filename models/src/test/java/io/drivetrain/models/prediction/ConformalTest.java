package io.drivetrain.models.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalTest {

  @Test
  void takesTheQuantileWithTheCorrectionForFewRows() {
    double[] actual = IntStream.rangeClosed(1, 10).mapToDouble(i -> 100 + 10 * i).toArray();

    Conformal conformal = Conformal.calibrate(all(100, 10), all(10, 10), actual, 0.9);

    // ceil((10 + 1) * 0.9) = 10: the greatest of ten scores 1 .. 10.
    assertThat(conformal.quantile()).isEqualTo(10);
    assertThat(conformal.calibrationRows()).isEqualTo(10);
    assertThat(conformal.measuredCoverage()).isEqualTo(1);
  }

  @Test
  void intervalIsWiderWhereTheExpectedErrorIs() {
    Conformal conformal = new Conformal(2, 1, 0.9, 0.9, 100);

    assertThat(conformal.around(100, 5)).isEqualTo(new Interval(90, 110, 0.9));
    assertThat(conformal.around(100, 20)).isEqualTo(new Interval(60, 140, 0.9));
  }

  @Test
  void smallAndNegativeErrorsCountAsTheLeastOne() {
    Conformal conformal = new Conformal(2, 3, 0.9, 0.9, 100);

    assertThat(conformal.around(100, -50)).isEqualTo(new Interval(94, 106, 0.9));
    assertThat(conformal.around(100, 0)).isEqualTo(new Interval(94, 106, 0.9));
  }

  @Test
  void leastErrorIsATenthOfTheMedian() {
    double[] expected = {-5, 0, 40, 50, 60};

    Conformal conformal = Conformal.calibrate(all(0, 5), expected, all(4, 5), 0.5);

    assertThat(conformal.minError()).isEqualTo(4);
  }

  @Test
  void calibratesAPerfectModel() {
    Conformal conformal = Conformal.calibrate(all(7, 20), all(0, 20), all(7, 20), 0.9);

    assertThat(conformal.around(7, 0)).isEqualTo(new Interval(7, 7, 0.9));
    assertThat(conformal.measuredCoverage()).isEqualTo(1);
  }

  @Test
  void measuresCoverageOnOtherRows() {
    Conformal conformal = new Conformal(1, 1, 0.9, 0.9, 100);

    Conformal measured =
        conformal.measuredOn(all(0, 4), all(10, 4), new double[] {5, -10, 10.5, 11});

    assertThat(measured).isEqualTo(new Conformal(1, 1, 0.9, 0.5, 100));
  }

  @Test
  void coversNewRowsAsAskedWhateverTheErrorModelIs() {
    Random random = new Random(11);
    double covered = 0;
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      double[] expected = random.doubles(400, 1, 10).toArray();
      double[] actual = Arrays.stream(expected).map(s -> s * random.nextGaussian()).toArray();
      Conformal conformal =
          Conformal.calibrate(all(0, 200), part(expected, 0), part(actual, 0), 0.9);
      covered +=
          conformal.measuredOn(all(0, 200), part(expected, 1), part(actual, 1)).measuredCoverage();
    }

    // The expected value is 181 / 201 = 0.9005; the standard error of this mean is about 0.002.
    assertThat(covered / rounds).isBetween(0.893, 0.908);
  }

  @Test
  void refusesTooFewRowsForTheCoverage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conformal.calibrate(all(0, 8), all(1, 8), all(1, 8), 0.9))
        .withMessage("8 calibration rows are too few for an interval with coverage 0.9");
    assertThat(Conformal.calibrate(all(0, 9), all(1, 9), all(1, 9), 0.9).quantile()).isEqualTo(1);
  }

  @Test
  void refusesWrongStates() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Conformal(-1, 1, 0.9, 0.9, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Conformal(Double.NaN, 1, 0.9, 0.9, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Conformal(1, 0, 0.9, 0.9, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Conformal(1, 1, 1, 0.9, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Conformal(1, 1, 0.9, 1.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Conformal(1, 1, 0.9, 0.9, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.9));
  }

  @Test
  void intervalOfAPriceStopsAtZero() {
    assertThat(new Interval(-5, 10, 0.9).notBelowZero()).isEqualTo(new Interval(0, 10, 0.9));
    assertThat(new Interval(5, 10, 0.9).notBelowZero()).isEqualTo(new Interval(5, 10, 0.9));
  }

  private static double[] all(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] part(double[] values, int half) {
    int size = values.length / 2;
    return Arrays.copyOfRange(values, half * size, (half + 1) * size);
  }
}
