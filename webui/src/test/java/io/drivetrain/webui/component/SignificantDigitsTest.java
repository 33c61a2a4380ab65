package io.drivetrain.webui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificantDigitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.123456789 | 0.12346",
        "0.000123456 | 0.00012346",
        "0.0000000012345678 | 1.2346e-9",
        "12345.678 | 12,346",
        "123456789 | 123,456,789",
        "-0.5 | -0.5",
        "NaN | NaN",
        "Infinity | ∞"
      })
  void writesAnySizeInAFewDigits(double value, String text) {
    assertThat(new SignificantDigits(Locale.ENGLISH).of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.25 | +0,25", "-3 | -3"})
  void changeHasItsSign(double value, String text) {
    assertThat(new SignificantDigits(Locale.FRENCH).change(value)).isEqualTo(text);
  }
}
