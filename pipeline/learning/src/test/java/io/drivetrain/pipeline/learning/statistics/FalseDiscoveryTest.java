package io.drivetrain.pipeline.learning.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

  /** As scipy.stats.false_discovery_control (1.17) says. */
  @Test
  void raisesEachByItsRankAndKeepsTheirOrder() {
    double[] adjusted = FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, 0.8});

    assertThat(adjusted)
        .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.8}, within(1e-12));
  }

  @Test
  void oneTestStaysAsItIs() {
    assertThat(FalseDiscovery.adjusted(new double[] {0.3})).containsExactly(0.3);
    assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
  }
}
