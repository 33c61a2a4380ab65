package io.drivetrain.pipeline.learning.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void raisesEachByHowManyAreLeftAndNeverFallsBack() {
    assertThat(Holm.adjust(new double[] {0.25, 0.0625, 0.125})).containsExactly(0.25, 0.1875, 0.25);
    assertThat(Holm.adjust(new double[] {0.0625, 0.0625, 0.5}))
        .containsExactly(0.1875, 0.1875, 0.5);
  }

  @Test
  void isNeverAbove1() {
    assertThat(Holm.adjust(new double[] {0.75, 0.875})).containsExactly(1, 1);
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }
}
