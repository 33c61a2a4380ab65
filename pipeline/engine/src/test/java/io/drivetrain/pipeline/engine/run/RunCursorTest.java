package io.drivetrain.pipeline.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.problem.PipelineException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCursorTest {
  @Test
  void comesBackFromItsTokenToTheMicrosecond() {
    RunCursor cursor = new RunCursor(Instant.parse("2026-03-01T10:15:30.123456Z"), new UUID(7, 8));

    assertThat(RunCursor.parse(cursor.token())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "!!", "MjAyNg", "MjAyNi0wMS0wMVQwMDowMDowMFogeA"})
  void refusesATokenThatIsNotOurs(String token) {
    assertThatThrownBy(() -> RunCursor.parse(token))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("The cursor was not issued by this service.");
  }
}
