package io.drivetrain.pipeline.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTimeTest {
  @ParameterizedTest
  @CsvSource({"0s, PT0S", "500ms, PT0.5S", "60s, PT1M", "5m, PT5M", "6m, PT5M", "999999s, PT5M"})
  void readsANumberWithAUnitUpToFiveMinutes(String text, Duration time) {
    assertThat(WaitTime.parse(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "s", "-1s", "1h", "1.5s", "PT1M", "9999999s"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> WaitTime.parse(text))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("500ms, 60s or 5m");
  }
}
