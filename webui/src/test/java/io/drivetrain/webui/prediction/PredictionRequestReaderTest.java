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
        "{\"a\":1,                | line 1, column 8: Unexpected end-of-input",
        "{\"a\":NaN}              | line 1, column 9: Non-standard token 'NaN'",
        "{\"a\":1,\"a\":2}        | line 1, column 11: Duplicate field 'a'",
        "{} {}                    | line 1, column 4: nothing may follow the first value",
        "[{},3]                   | line 1, column 5: row 1 is not an object",
        "\"Dacia\"                | line 1, column 1: send an object",
        "?                        | line 1, column 1: Unexpected character"
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
