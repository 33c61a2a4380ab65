package io.drivetrain.data.cars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @Test
  void withoutArgumentsItIsTheSampleOfTheRepository() {
    assertThat(Arguments.parse(new String[0]))
        .isEqualTo(new Arguments(12_000, 1, Path.of("data", "cars.csv"), false));
  }

  @Test
  void readsEveryOption() {
    String[] arguments = {"--rows", "7", "--seed", "-3", "--out", "other.csv"};

    assertThat(Arguments.parse(arguments))
        .isEqualTo(new Arguments(7, -3, Path.of("other.csv"), false));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "--rows 0,--rows must be a whole number from 1 to 5000000; not \"0\"",
        "--rows 5000001,--rows must be a whole number from 1 to 5000000; not \"5000001\"",
        "--out,--out needs a value",
        "--row 3,unknown option --row"
      })
  void namesTheWrongArgument(String arguments, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(arguments.split(" ")))
        .withMessage(message.replace(';', ','));
  }
}
