package io.drivetrain.models.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void isFoundByItsNameInTheRegistry() {
    for (Metric metric : Metric.values()) {
      assertThat(Metric.find(metric.key())).contains(metric);
    }
    assertThat(Metric.find("test_r3")).isEmpty();
  }

  @Test
  void knowsWhichDirectionIsBetter() {
    assertThat(Metric.R2.isBetter(0.1)).contains(true);
    assertThat(Metric.R2.isBetter(-0.1)).contains(false);
    assertThat(Metric.LOG_LOSS.isBetter(0.1)).contains(false);
    assertThat(Metric.MAE.isBetter(-5)).contains(true);
    assertThat(Metric.COVERAGE.isBetter(0.1)).isEmpty();
    assertThat(Metric.MAE.isBetter(0)).isEmpty();
  }

  @Test
  void amountsHaveTheUnitOfTheTarget() {
    assertThat(Metric.RMSE.unit("MAD")).isEqualTo("MAD");
    assertThat(Metric.R2.unit("MAD")).isEmpty();
    assertThat(Metric.ACCURACY.unit("MAD")).isEqualTo("share");
    assertThat(Metric.MAE_SD.unit("MAD")).isEqualTo("standard deviations");
  }
}
