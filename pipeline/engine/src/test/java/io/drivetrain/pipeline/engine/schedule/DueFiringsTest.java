package io.drivetrain.pipeline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.definition.CatchUp;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueFiringsTest {
  private static final Instant HANDLED = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Test
  void firesTheTimeThatHasCome() {
    assertThat(due(CatchUp.NONE, "2026-06-01T01:00:00Z")).containsExactly("2026-06-01T01:00:00Z");
  }

  @Test
  void firesNothingBetweenTwoTimes() {
    assertThat(due(CatchUp.ALL, "2026-06-01T00:59:59Z")).isEmpty();
  }

  @Test
  void firesLateWithinTheToleranceWhateverThePolicy() {
    assertThat(due(CatchUp.NONE, "2026-06-01T01:05:00Z")).containsExactly("2026-06-01T01:00:00Z");
  }

  @Test
  void dropsWhatWasMissed() {
    assertThat(due(CatchUp.NONE, "2026-06-01T01:05:01Z")).isEmpty();
  }

  @Test
  void makesUpForTheLatest() {
    assertThat(due(CatchUp.LATEST, "2026-06-01T05:30:00Z")).containsExactly("2026-06-01T05:00:00Z");
  }

  @Test
  void makesUpForAllUpToTheLimitOldestFirst() {
    assertThat(due(CatchUp.ALL, "2026-06-01T02:30:00Z"))
        .containsExactly("2026-06-01T01:00:00Z", "2026-06-01T02:00:00Z");
    assertThat(due(CatchUp.ALL, "2026-06-01T09:30:00Z"))
        .containsExactly("2026-06-01T07:00:00Z", "2026-06-01T08:00:00Z", "2026-06-01T09:00:00Z");
  }

  private static List<String> due(CatchUp catchUp, String now) {
    ScheduleSpec hourly = new ScheduleSpec("@hourly", ZoneOffset.UTC, catchUp, 3);
    return DueFirings.of(hourly, HANDLED, Instant.parse(now), TOLERANCE).stream()
        .map(Instant::toString)
        .toList();
  }
}
