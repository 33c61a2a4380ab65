package io.drivetrain.bench.registry;

import io.drivetrain.bench.Request;
import io.drivetrain.bench.registry.RegistryRequests.Point;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Logs batches of metrics to one run. All points of a batch have its number as their timestamp. */
final class BatchWriter extends CrashWriter {
  private static final int POINTS = 100;
  private static final int KEYS = 10;

  private final String run;

  BatchWriter(RegistryStack stack, String run) {
    super(stack);
    this.run = run;
  }

  @Override
  Request request(int n) {
    List<Point> points =
        IntStream.range(0, POINTS)
            .mapToObj(i -> new Point("m" + i % KEYS, i, n, n * (POINTS / KEYS) + i / KEYS))
            .toList();
    return RegistryRequests.logBatch(run, points);
  }

  @Override
  void check() throws IOException, SQLException {
    List<Double> points =
        stack
            .database()
            .numbers(
                """
                select count(*) from metric_point p join metric_series s on s.id = p.series join run r on r.id = s.run
                where r.run_id = ? group by p.logged_at order by p.logged_at
                """,
                run);
    // The last one may be stored although its answer was lost.
    boolean isComplete = points.size() == answered() || points.size() == answered() + 1;
    if (!isComplete || points.stream().anyMatch(n -> n != POINTS)) {
      throw new IOException(
          "Run %s: %d batches were answered, but their points are %s"
              .formatted(run, answered(), points));
    }
  }
}
