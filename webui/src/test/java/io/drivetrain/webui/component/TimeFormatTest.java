package io.drivetrain.webui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:05Z");

  private final TimeFormat french = new TimeFormat(Locale.FRENCH, PARIS, NOW);
  private final TimeFormat english = new TimeFormat(Locale.ENGLISH, PARIS, NOW);

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.24S, 240 ms",
    "PT12.39S, 12.3 s",
    "PT59.99S, 59.9 s",
    "PT2M5S, 2 min 05 s",
    "PT1H2M59S, 1 h 02 min",
    "PT76H, 3 d 04 h",
    "PT-5S, 0 ms"
  })
  void timesAreWrittenInTheUnitsThatMatter(Duration time, String text) {
    assertThat(english.lasting(time).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @Test
  void frenchTimesHaveCommasAndDaysOfTheirOwn() {
    assertThat(french.lasting(Duration.ofMillis(12_390))).isEqualTo("12,3\u00a0s");
    assertThat(french.lasting(Duration.ofHours(76))).isEqualTo("3\u00a0j\u00a004\u00a0h");
  }

  @Test
  void clockIsThatOfTheVisitor() {
    assertThat(french.at(NOW)).isEqualTo("21 nov. 2026 11:00");
    assertThat(french.clock(NOW)).isEqualTo("11:00:05");
    assertThat(french.stamp(NOW)).isEqualTo("2026-11-21 11:00:05.000");
    assertThat(english.at(NOW).replace('\u202f', ' ')).isEqualTo("Nov 21, 2026, 11:00 AM");
  }
}
