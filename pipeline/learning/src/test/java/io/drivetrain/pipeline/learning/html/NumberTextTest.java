package io.drivetrain.pipeline.learning.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "12009.22, '12,009'",
    "-364.91, -364.9",
    "98.765, 98.77",
    "1.5, 1.500",
    "3, 3",
    "0.7, 0.7000",
    "0.00012, 1.20e-04",
    "0, 0",
    "NaN, not a number"
  })
  void showsTheDigitsThatCount(double value, String shown) {
    assertThat(NumberText.ENGLISH.number(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.7, 0.7", "123.68, 123.7", "40000, '40,000'", "0.00012, 1.20e-04", "-0.25, -0.25"})
  void roundsWithoutZerosAtTheEnd(double value, String shown) {
    assertThat(NumberText.ENGLISH.round(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.012S, 12 ms",
    "PT3.44S, 3.4 s",
    "PT5M12S, 5 min 12 s",
    "PT3H20M, 3 h 20 min",
    "P2DT4H, 2 d 4 h"
  })
  void showsADurationInTwoUnitsAtMost(Duration duration, String shown) {
    assertThat(NumberText.ENGLISH.duration(duration)).isEqualTo(shown);
  }

  @Test
  void showsSharesSignsAndTimes() {
    assertThat(NumberText.ENGLISH.percent(0.125)).isEqualTo("12.5 %");
    assertThat(NumberText.ENGLISH.points(-0.003)).isEqualTo("-0.3 pp");
    assertThat(NumberText.ENGLISH.signed(1200)).isEqualTo("+1,200");
    assertThat(NumberText.ENGLISH.time(Instant.parse("2026-03-01T06:00:00Z")))
        .isEqualTo("1 Mar 2026, 06:00:00 UTC");
  }
}
