package io.drivetrain.pipeline.learning.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResampledMeansTest {

  @Test
  void boundsLieAroundTheMeanByItsUncertainty() {
    Random random = new Random(4);
    double[] values = random.doubles(2000).map(_ -> 5 + 10 * random.nextGaussian()).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double reach = 1.645 * 10 / Math.sqrt(2000);

    ResampledMeans means = ResampledMeans.of(values, 2000, 1);

    assertThat(means.lowerBound(0.95)).isCloseTo(mean - reach, within(0.2 * reach));
    assertThat(means.upperBound(0.95)).isCloseTo(mean + reach, within(0.2 * reach));
  }

  @Test
  void theChanceOfNoneAbove0IsNever0() {
    assertThat(ResampledMeans.of(new double[] {1, 2}, 99, 1).chanceOfNoneAbove0()).isEqualTo(0.01);
    assertThat(ResampledMeans.of(new double[] {0, -1}, 99, 1).chanceOfNoneAbove0()).isEqualTo(1);
  }
}
