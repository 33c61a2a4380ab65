package io.drivetrain.pipeline.learning.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberDistributionTest {

  @Test
  void keepsFewDifferentValuesAsTheyAre() {
    NumberDistribution years =
        NumberDistribution.of(false, new double[] {2015, 2010, 2015, 2020}, 3);

    assertThat(years)
        .isEqualTo(
            new NumberDistribution(false, 3, List.of(2010.0, 2015.0, 2020.0), List.of(1L, 2L, 1L)));
    assertThat(years.values(10)).containsExactly(2010, 2015, 2015, 2020);
    assertThat(years.quantile(0.5)).isEqualTo(2015);
  }

  @Test
  void manyDifferentValuesBecomeAThousandPointsThatMoveNoQuantileFar() {
    Random random = new Random(1);
    double[] values = IntStream.range(0, 50_000).mapToDouble(_ -> random.nextDouble()).toArray();

    NumberDistribution sketch = NumberDistribution.of(false, values, 0);

    assertThat(sketch.points()).hasSize(1000);
    assertThat(sketch.count()).isEqualTo(50_000);
    for (double share : List.of(0.01, 0.1, 0.5, 0.9, 0.99)) {
      double below =
          IntStream.range(0, values.length)
              .filter(i -> values[i] <= sketch.quantile(share))
              .count();
      assertThat(below / values.length).isCloseTo(share, within(0.001));
    }
  }

  @Test
  void aValueThatFillsManyGroupsIsOnePoint() {
    double[] values = IntStream.range(0, 5000).mapToDouble(i -> Math.max(0, i - 3000)).toArray();

    NumberDistribution sketch = NumberDistribution.of(false, values, 0);

    assertThat(sketch.points().getFirst()).isZero();
    assertThat(sketch.counts().getFirst()).isEqualTo(3000);
    assertThat(sketch.count()).isEqualTo(5000);
  }

  @Test
  void thinsItsValuesEvenly() {
    NumberDistribution hundred =
        NumberDistribution.of(false, IntStream.rangeClosed(1, 100).asDoubleStream().toArray(), 0);

    assertThat(hundred.values(4)).containsExactly(13, 38, 63, 88);
  }

  @Test
  void refusesAFileWhoseCountsDoNotFit() {
    assertThatThrownBy(() -> new NumberDistribution(false, 0, List.of(1.0, 2.0), List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NumberDistribution(false, 0, List.of(2.0, 1.0), List.of(1L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
