package io.drivetrain.webui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  @Test
  void readsWhatItWrites() {
    assertThat(Field.parse("metrics.test.rmse")).contains(Field.metric("test.rmse"));
    assertThat(Field.parse(Field.param("a b").text())).contains(Field.param("a b"));
    assertThat(Field.parse("tags.")).isEmpty();
    assertThat(Field.parse("rmse")).isEmpty();
  }

  @Test
  void parameterThatIsANumberIsOne() {
    assertThat(number("1e-3")).hasValue(0.001);
    assertThat(number("42")).hasValue(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12d", "NaN", "Infinity", "None", "0x1p3f"})
  void whatPeopleDoNotReadAsANumberIsNone(String text) {
    assertThat(number(text)).isEmpty();
  }

  @Test
  void metricThatIsNotFiniteIsNoNumber() {
    ComparedRun run =
        ComparisonFixtures.run("1", Map.of("loss", Double.POSITIVE_INFINITY), Map.of());

    assertThat(Field.metric("loss").of(run)).contains("Infinity");
    assertThat(Field.metric("loss").numberOf(run)).isEmpty();
  }

  private static OptionalDouble number(String param) {
    return Field.param("p").numberOf(ComparisonFixtures.run("1", Map.of(), Map.of("p", param)));
  }
}
