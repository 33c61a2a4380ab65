package io.drivetrain.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120000|120000",
        "120 000|120000",
        "120\u00a0000|120000",
        "1\u202f234\u202f567|1234567",
        "12 500,75|12500.75",
        "0,5|0.5",
        "0.5|0.5",
        "0,125|0.125",
        "2.125|2.125",
        "-3|-3",
        "+7|7",
        "1.2e5|120000",
        "1E-3|0.001",
        "007|7"
      })
  void readsNumbersAsPeopleAndProgramsWriteThem(String text, double number) {
    assertThat(NumberText.parse(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "abc", "12 34", "1 2345", "1,2,3", "1.2.3", "NaN", "Infinity", "-Infinity",
            "1e400",
        "1e9999", "1e", "0x10", "1d", "10f", "1_000", "12 km", "\u0663", "1 000 00", "--5", "5-"
      })
  void refusesWhatIsNoFiniteNumber(String text) {
    assertThat(NumberText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"120,000", "1,234", "-12,500"})
  void refusesACommaThatMayPartThousands(String text) {
    assertThat(NumberText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"120.000", "1.234"})
  void refusesAPointThatMayPartThousandsInWholeNumbersOnly(String text) {
    assertThat(NumberText.parseInteger(text)).isEmpty();
    assertThat(NumberText.parse(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "200 000 - 249 999, 224999.5",
    "0 - 4 999, 2499.5",
    "5-10, 7.5",
    "5\u201310, 7.5",
    "7 - 7, 7"
  })
  void takesTheMidpointOfARange(String text, double midpoint) {
    assertThat(NumberText.midpoint(text)).hasValue(midpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10 - 5", "10 -", "- 10", "1 - 2 - 3", "a - b", "-5 - 10", "120,000 - 130,000"})
  void refusesWhatIsNoRange(String text) {
    assertThat(NumberText.midpoint(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "120000.0, 120000",
    "0.5, 0.5",
    "1e21, 1000000000000000000000",
    "-0.0, 0",
    "1e-5, 0.00001"
  })
  void writesNumbersWithoutExponent(double number, String text) {
    assertThat(NumberText.plain(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000_000})
  void refusesLongTextsWithoutReadingThem(int length) {
    assertThat(NumberText.parse("1".repeat(length))).isEmpty();
    assertThat(NumberText.midpoint("1".repeat(length) + " - 2")).isEmpty();
  }
}
