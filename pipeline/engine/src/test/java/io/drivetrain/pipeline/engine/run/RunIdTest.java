package io.drivetrain.pipeline.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunIdTest {
  @Test
  void isAVersionSevenUuidOfItsTime() {
    Instant now = Instant.parse("2026-03-01T10:15:30.123Z");

    UUID id = RunId.at(now);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    assertThat(RunId.at(now)).isNotEqualTo(id);
  }

  @Test
  void sortsByTimeAsText() {
    Instant now = Instant.parse("2026-03-01T10:15:30.123Z");

    assertThat(RunId.at(now).toString()).isLessThan(RunId.at(now.plusMillis(1)).toString());
  }
}
