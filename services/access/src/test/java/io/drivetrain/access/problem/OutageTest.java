package io.drivetrain.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08001, true",
    "08006, true",
    "57P01, true",
    "57P03, true",
    "53300, true",
    ", true",
    "53200, false",
    "57014, false",
    "23505, false",
    "42601, false"
  })
  void tellsAnUnreachableDatabaseFromAWrongStatement(String state, boolean away) {
    var error = new IllegalStateException(new RuntimeException(new SQLException("said", state)));

    assertThat(Outage.isCauseOf(error)).isEqualTo(away);
  }

  @Test
  void looksAtWhatWasSuppressedAndEndsWithCausesThatGoInCircles() {
    var first = new IllegalStateException("first");
    var second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(Outage.isCauseOf(second)).isFalse();

    second.addSuppressed(new SQLException("said", "08006"));
    assertThat(Outage.isCauseOf(first)).isTrue();
  }
}
