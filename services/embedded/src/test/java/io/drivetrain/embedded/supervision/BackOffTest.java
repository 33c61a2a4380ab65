package io.drivetrain.embedded.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff();

  @Test
  void doublesThePauseUpToTenSecondsAndGivesUpAfterMoreThanThreeMinutes() {
    List<Long> pauses = new ArrayList<>();
    Optional<Duration> pause = backOff.afterEnd(true, Duration.ofSeconds(5));
    while (pause.isPresent()) {
      pauses.add(pause.get().toMillis());
      pause = backOff.afterEnd(false, Duration.ofSeconds(1));
    }

    assertThat(pauses).startsWith(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L).hasSize(23);
    assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isGreaterThan(180_000);
  }

  @Test
  void givesUpSoonWhatWasNeverReady() {
    assertThat(backOff.afterEnd(false, Duration.ofSeconds(2))).hasValue(Duration.ofMillis(500));
    assertThat(backOff.afterEnd(false, Duration.ofSeconds(2))).hasValue(Duration.ofSeconds(1));
    assertThat(backOff.afterEnd(false, Duration.ofSeconds(2))).isEmpty();
  }

  @Test
  void beginsAnewAfterALongLife() {
    backOff.afterEnd(true, Duration.ofSeconds(2));
    backOff.afterEnd(true, Duration.ofSeconds(2));

    assertThat(backOff.afterEnd(true, Duration.ofMinutes(1))).hasValue(Duration.ofMillis(500));
  }
}
