package io.drivetrain.webui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.experiment.Condition.Operator;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "metrics.rmse | LESS | 0,5 | metrics.rmse < 0.5",
        "metrics.val/rmse | MISSING | | metrics.`val/rmse` IS NULL",
        "params.kind | EQUAL | it's | params.kind = \"it's\"",
        "tags.team | CONTAINS | blu | tags.team ILIKE '%blu%'",
        "name | NOT_EQUAL | first | attributes.run_name != 'first'",
        "duration | GREATER | 90 | attributes.duration > 90000",
        "start | AT_LEAST | 2026-07-01 | attributes.start_time >= 1782860400000",
        "start | LESS | 2026-07-01T12:00 | attributes.start_time < 1782903600000"
      })
  void writesTheSearchLanguage(String field, Operator operator, String value, String text) {
    Condition condition =
        new Condition(RunField.parse(field).orElseThrow(), operator, value == null ? "" : value);

    assertThat(condition.text(CASABLANCA)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"metrics.rmse, much", "start, yesterday", "duration, 1h", "start, 2026-02-30"})
  void refusesWhatIsNoValueOfTheField(String field, String value) {
    Condition condition = new Condition(RunField.parse(field).orElseThrow(), Operator.LESS, value);

    assertThat(condition.text(CASABLANCA)).isEmpty();
  }

  @Test
  void offersTheComparisonsThatTheRegistryUnderstands() {
    assertThat(Operator.of(RunField.metric("rmse")))
        .contains(Operator.LESS, Operator.MISSING)
        .doesNotContain(Operator.CONTAINS);
    assertThat(Operator.of(RunField.param("kind")))
        .contains(Operator.CONTAINS, Operator.PRESENT)
        .doesNotContain(Operator.LESS);
    assertThat(Operator.of(RunField.of(RunAttribute.STATUS))).doesNotContain(Operator.MISSING);
  }
}
