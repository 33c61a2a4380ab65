package io.drivetrain.pipeline.learning.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

  @Test
  void equalErrorsDifferByNothing() {
    double[] errors = {1, 5, 2, 8};

    PairedBootstrap bootstrap = PairedBootstrap.of(errors, errors, 500, 0.95, 1);

    assertThat(bootstrap).isEqualTo(new PairedBootstrap(0, 0, 0));
  }

  @Test
  void boundLiesAboveTheMeanByTheUncertainty() {
    Random random = new Random(4);
    double[] champion = random.doubles(2000, 0, 100).toArray();
    double[] challenger =
        Arrays.stream(champion).map(e -> e + random.nextGaussian() * 10).toArray();

    PairedBootstrap bootstrap = PairedBootstrap.of(challenger, champion, 2000, 0.95, 1);

    double standardError = 10 / Math.sqrt(2000);
    assertThat(bootstrap.upperBound() - bootstrap.meanDifference())
        .isCloseTo(1.645 * standardError, within(0.2 * standardError));
    assertThat(bootstrap.meanDifference() - bootstrap.lowerBound())
        .isCloseTo(1.645 * standardError, within(0.2 * standardError));
  }
}
