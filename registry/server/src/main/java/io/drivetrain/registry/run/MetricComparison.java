package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.sql.Database;
import io.drivetrain.registry.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads one metric of several runs, for charts, by plain JDBC. */
@ApplicationScoped
public class MetricComparison {
  private static final int MAX_RUNS = 100;

  /**
   * Samples in the database, so that a million points do not travel to draw a few hundred. The
   * steps that some run has are numbered from 0; of n steps the k-th pick is the one with the
   * number k * n / size, and the last step is picked too, and the first and last of every run.
   */
  private static final String SAMPLE =
      """
      with series as (
        select s.id, asked.run_id, asked.position
        from unnest(?::text[]) with ordinality as asked (run_id, position)
        join run r on r.run_id = asked.run_id
        join metric_series s on s.run = r.id and s.key = ?),
      logged as materialized (
        select distinct p.series, p.step
        from metric_point p
        where p.series in (select id from series) and p.step between ? and ?),
      numbered as (
        select step, row_number() over (order by step) - 1 as number, count(*) over () as n
        from (select distinct step from logged) as steps),
      picked as (
        select step from numbered
        where n <= ? or number = n - 1
          or (number * ? + n - 1) / n * n < (number + 1) * ?
        union select min(step) from logged group by series
        union select max(step) from logged group by series)
      select s.run_id, p.value, p.logged_at, p.step
      from series s
      join metric_point p on p.series = s.id
      where p.step in (select step from picked)
      order by s.position, p.step, p.logged_at, p.value
      """;

  private final Database database;

  MetricComparison(Database database) {
    this.database = database;
  }

  /** Every point, at most so many in all; ordered by run, time, step and value. */
  public List<RunMetric> points(List<String> runIds, String key, long limit) {
    checkRuns(runIds);
    return database.list(
        Sql.of(
            """
            select r.run_id, p.value, p.logged_at, p.step
            from run r
            join metric_series s on s.run = r.id and s.key = ?
            join metric_point p on p.series = s.id
            where r.run_id = any (?)
            order by r.run_id, p.logged_at, p.step, p.value
            limit ?
            """,
            key,
            runIds.toArray(String[]::new),
            limit),
        row -> read(key, row));
  }

  /**
   * The points at evenly picked steps; grouped by run in the order asked for, ordered by step.
   *
   * @param size how many steps to pick, beside the first and the last ones
   */
  public List<RunMetric> sample(
      List<String> runIds, String key, long firstStep, long lastStep, long size) {
    checkRuns(runIds);
    return database.list(
        Sql.of(
            SAMPLE,
            runIds.stream().distinct().toArray(String[]::new),
            key,
            firstStep,
            lastStep,
            size,
            size,
            size),
        row -> read(key, row));
  }

  private static void checkRuns(List<String> runIds) {
    if (runIds.isEmpty()) {
      throw RegistryException.missing("run_ids");
    }
    if (runIds.size() > MAX_RUNS) {
      throw RegistryException.invalid(
          "GetMetricHistoryBulk request must specify at most %d run_ids. Received %d run_ids."
              .formatted(MAX_RUNS, runIds.size()));
    }
  }

  private static RunMetric read(String key, ResultSet row) throws SQLException {
    return new RunMetric(
        key,
        row.getDouble("value"),
        row.getLong("logged_at"),
        row.getLong("step"),
        row.getString("run_id"));
  }
}
