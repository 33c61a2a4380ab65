package io.drivetrain.pipeline.learning.quality.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.engine.step.StepStoppedException;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlClockTest {
  private static final String ENDLESS =
      "with recursive n as (select 1 as i union all select i + 1 from n) select max(i) from n";

  @TempDir Path folder;

  @Test
  void aQueryEndsWhenItsStepIsToStop() throws Exception {
    SqlClock clock = new SqlClock(Duration.ofHours(1));
    try (LockedDuckDb duckDb = LockedDuckDb.open(new ReadingLimits(folder))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> clock.run(duckDb.connection(), ENDLESS, SqlClockTest::number))
          .isInstanceOf(StepStoppedException.class);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(clock.run(duckDb.connection(), "select 7", SqlClockTest::number)).isEqualTo(7);
    }
  }

  @Test
  void aQueryThatTakesTooLongLeavesTheConnectionUsable() throws Exception {
    SqlClock clock = new SqlClock(Duration.ofMillis(500));
    try (LockedDuckDb duckDb = LockedDuckDb.open(new ReadingLimits(folder))) {
      assertThatThrownBy(() -> clock.run(duckDb.connection(), ENDLESS, SqlClockTest::number))
          .isInstanceOf(SQLException.class)
          .hasMessageStartingWith("it took longer than ");

      assertThat(
              new SqlClock(Duration.ofHours(1))
                  .run(duckDb.connection(), "select 7", SqlClockTest::number))
          .isEqualTo(7);
    }
  }

  @Test
  void nothingOutsideCanBeReached() throws Exception {
    try (LockedDuckDb duckDb = LockedDuckDb.open(new ReadingLimits(folder))) {
      assertThatThrownBy(() -> duckDb.execute("copy (select 1) to '%s/x.csv'".formatted(folder)))
          .hasMessageContaining("Permission Error");
      assertThatThrownBy(() -> duckDb.execute("select * from read_text('/etc/hostname')"))
          .hasMessageContaining("Permission Error");
      assertThatThrownBy(() -> duckDb.execute("set enable_external_access = true"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static long number(ResultSet result) throws SQLException {
    result.next();
    return result.getLong(1);
  }
}
