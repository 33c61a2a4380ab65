package io.drivetrain.webui.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionRequestReaderTest {

  @Test
  void objectIsOneRow() {
    PredictionRequest request =
        read("{\"brand\":\"Dacia\",\"year\":2015,\"first\":true,\"fuel\":null}");

    assertThat(request.array()).isFalse();
    assertThat(request.rows()).hasSize(1);
    assertThat(request.rows().getFirst())
        .containsEntry("brand", "Dacia")
        .containsEntry("year", 2015)
        .containsEntry("first", true)
        .containsEntry("fuel", null);
  }

  @Test
  void arrayKeepsItsOrder() {
    PredictionRequest request = read("[{\"a\":1},{\"a\":2}]");

    assertThat(request.array()).isTrue();
    assertThat(request.rows()).containsExactly(Map.of("a", 1), Map.of("a", 2));
  }

  @Test
  void nestedValuesStayRecognisable() {
    assertThat(read("{\"a\":{\"b\":[1]},\"c\":[[1],{}]}").rows().getFirst())
        .containsExactly(Map.entry("a", Map.of()), Map.entry("c", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1,                | line 1, column 8: the text ends before it is complete",
        "{\"a\":NaN}              | line 1, column 9: NaN and Infinity are not numbers in JSON",
        "{\"a\":1,\"a\":2}        | line 1, column 11: the field 'a' is there twice",
        "{\"a\":1 \"b\":2}          | line 1, column 8: expected , or }",
        "[{} {}]                  | line 1, column 5: expected , or ]",
        "{\"a\" 1}                | line 1, column 6: expected : after the name of the field",
        "{\"a\":[1}}              | line 1, column 8: expected ] and not }",
        "{\"a\":01}               | line 1, column 7: a number does not begin with 0",
        "{\"a\":1.}               | line 1, column 8: a digit follows the decimal point",
        "{\"a\":1e}               | line 1, column 8: a digit follows the exponent's e",
        "{\"a\":-}                | line 1, column 7: a digit follows the sign of a number",
        "{\"a\":\"\\x\"}           | line 1, column 8: \\ is followed by one of",
        "{\"a\":\"\\u12\"}         | line 1, column 11: \\u is followed by four",
        "{'a':1}                  | line 1, column 2: expected the name of a field in double quotes",
        "{\"a\":tru}              | line 1, column 6: expected a value; text stands in double quotes",
        "{} {}                    | line 1, column 4: nothing may follow the first value",
        "[{},3]                   | line 1, column 5: row 1 is not an object",
        "\"Dacia\"                | line 1, column 1: send an object",
        "?                        | line 1, column 1: expected a value"
      })
  void brokenBodyIsRefusedWithItsPlace(String body, String detail) {
    PredictionException refused = catchThrowableOfType(PredictionException.class, () -> read(body));

    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.problem().detail()).startsWith(detail);
  }

  @Test
  void placeIsThatOfTheLine() {
    PredictionException refused =
        catchThrowableOfType(PredictionException.class, () -> read("{\n  \"a\": x\n}"));

    assertThat(refused.problem().detail()).startsWith("line 2, column 8: ");
  }

  @Test
  void emptyBodyIsRefused() {
    PredictionException refused = catchThrowableOfType(PredictionException.class, () -> read(""));

    assertThat(refused.problem().status()).isEqualTo(400);
  }

  @Test
  void rowsBeyondTheLimitAreRefused() {
    PredictionException refused =
        catchThrowableOfType(PredictionException.class, () -> read("[{},{},{},{}]"));

    assertThat(refused.problem().status()).isEqualTo(413);
    assertThat(refused.problem().detail()).contains("at most 3 rows");
  }

  @Test
  void hostileDepthIsRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    PredictionException refused = catchThrowableOfType(PredictionException.class, () -> read(deep));

    assertThat(refused.problem().status()).isEqualTo(400);
  }

  private static PredictionRequest read(String body) {
    return PredictionRequestReader.read(body.getBytes(StandardCharsets.UTF_8), 3);
  }
}
