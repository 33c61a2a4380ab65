package io.drivetrain.pipeline.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  @ParameterizedTest
  @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "9, PT42M40S", "10, PT1H", "63, PT1H"})
  void doublesTheDelayUpToAnHour(int attempt, Duration delay) {
    Claim claim =
        new Claim(new UUID(0, 1), "train", 0, attempt, 99, Duration.ofSeconds(10), 1, "me");

    assertThat(claim.delay()).isEqualTo(delay);
  }
}
