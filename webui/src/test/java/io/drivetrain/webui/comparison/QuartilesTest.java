package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

  @Test
  void interpolatesBetweenTwoNumbers() {
    assertThat(Quartiles.of(new double[] {4, 1, 3, 2}))
        .isEqualTo(new Quartiles(4, 1, 1.75, 2.5, 3.25, 4));
  }

  @Test
  void oneNumberIsAllOfThem() {
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(1, 7, 7, 7, 7, 7));
  }
}
