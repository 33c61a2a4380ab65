package io.drivetrain.models.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantileTest {

  @Test
  void liesBetweenTheTwoNearest() {
    double[] sorted = {10, 20, 40, 80};

    assertThat(Quantile.of(sorted, 0)).isEqualTo(10);
    assertThat(Quantile.of(sorted, 0.5)).isEqualTo(30);
    assertThat(Quantile.of(sorted, 0.75)).isEqualTo(50);
    assertThat(Quantile.of(sorted, 1)).isEqualTo(80);
  }
}
