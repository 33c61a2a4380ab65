package io.drivetrain.registry.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Call READ = Call.get("runs/get");
  private static final Call CREATION =
      Call.postOnce("runs/create", JsonNodeFactory.instance.objectNode());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  private final RetryPolicy policy = new RetryPolicy(4, Duration.ofSeconds(5));

  @Test
  void doublesThePauseAndShortensItAtRandomByHalfAtMost() {
    assertThat(policy.afterNoAnswer(READ, 1, false).orElseThrow())
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(policy.afterNoAnswer(READ, 3, false).orElseThrow())
        .isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
  }

  @Test
  void stopsAfterTheLastAttempt() {
    assertThat(policy.afterNoAnswer(READ, 4, true)).isEmpty();
    assertThat(policy.afterAnswer(READ, 4, 503, Optional.of("0"), CLOCK)).isEmpty();
  }

  @Test
  void repeatsACreationOnlyWhenItWasNeverSent() {
    assertThat(policy.afterNoAnswer(CREATION, 1, true)).isPresent();
    assertThat(policy.afterNoAnswer(CREATION, 1, false)).isEmpty();
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    assertThat(policy.afterAnswer(CREATION, 1, 503, Optional.of("3"), CLOCK))
        .contains(Duration.ofSeconds(3));
    assertThat(
            policy.afterAnswer(READ, 1, 429, Optional.of("Sat, 21 Nov 2026 10:00:04 GMT"), CLOCK))
        .contains(Duration.ofSeconds(4));
    assertThat(
            policy.afterAnswer(READ, 1, 429, Optional.of("Sat, 21 Nov 2026 09:00:00 GMT"), CLOCK))
        .contains(Duration.ZERO);
  }

  @Test
  void takesItsOwnPauseWhenTheRequestForOneIsUnreadable() {
    assertThat(policy.afterAnswer(READ, 1, 503, Optional.of("tomorrow"), CLOCK).orElseThrow())
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(policy.afterAnswer(CREATION, 1, 503, Optional.of("tomorrow"), CLOCK)).isEmpty();
  }

  @Test
  void repeatsNothingThatTheRegistryDecided() {
    assertThat(policy.afterAnswer(READ, 1, 400, Optional.empty(), CLOCK)).isEmpty();
    assertThat(policy.afterAnswer(READ, 1, 404, Optional.of("1"), CLOCK)).isEmpty();
    assertThat(policy.afterAnswer(READ, 1, 500, Optional.empty(), CLOCK)).isEmpty();
  }
}
