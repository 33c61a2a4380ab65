package io.drivetrain.pipeline.learning.quality.sql;

import io.drivetrain.pipeline.engine.step.StepStoppedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends queries that take too long, or whose step is to stop: DuckDB itself does not hear an
 * interrupt.
 */
public record SqlClock(Duration longest) {

  interface Reading<T> {
    T read(ResultSet result) throws SQLException;
  }

  <T> T run(Connection connection, String query, Reading<T> reading) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      FutureTask<T> task =
          new FutureTask<>(() -> {
            try (ResultSet result = statement.executeQuery(query)) {
              return reading.read(result);
            }
          });
      Thread thread = Thread.ofPlatform().name("quality-sql").daemon().start(task);
      try {
        return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        stop(statement, thread);
        throw new NoAnswerException("it took longer than %d s".formatted(longest.toSeconds()));
      } catch (InterruptedException interrupted) {
        stop(statement, thread);
        Thread.currentThread().interrupt();
        throw new StepStoppedException("stopped in the middle of a query");
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof SQLException wrong) {
          throw wrong;
        }
        throw new IllegalStateException(failed.getCause());
      }
    }
  }

  /** A query that has not begun yet does not notice that it is cancelled: until it has ended. */
  private static void stop(Statement statement, Thread thread) throws SQLException {
    boolean interrupted = false;
    while (thread.isAlive()) {
      statement.cancel();
      try {
        thread.join(Duration.ofMillis(50));
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
