package io.drivetrain.registry.metric;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/** Reads one metric of several runs, for charts, by plain JDBC. */
@ApplicationScoped
public class MetricComparison {
  private static final String SERIES =
      """
      with series as (
        select s.id, s.first_step, s.latest_step, asked.run_id, asked.position
        from unnest(?::text[]) with ordinality as asked (run_id, position)
        join run r on r.run_id = asked.run_id
        join metric_series s on s.run = r.id and s.key = ?)
      """;

  /**
   * The first and last step that some run has, if one run has each step between them: then so many
   * steps are known without reading those of the others.
   */
  private static final String DENSE =
      """
      , span as (
        select greatest(min(first_step), ?) as low, least(max(latest_step), ?) as high from series)
      select low, high
      from span, lateral (
        select id from series where first_step <= low and latest_step >= high limit 1) as widest
      where high::numeric - low + 1 = (
        select count(distinct step) from metric_point
        where series = widest.id and step between low and high)
      """;

  /**
   * The steps that some run has, numbered from 0; of n steps the k-th pick is the one with the
   * number k * n / size, and the last one is picked too.
   */
  private static final String PICKED_BY_RANK =
      """
      , numbered as (
        select step, row_number() over (order by step) - 1 as number, count(*) over () as n
        from (
          select step from metric_point
          where series in (select id from series) and step between ? and ?
          group by step) as steps),
      picked as (
        select step from numbered
        where n <= ? or number = n - 1
          or (number * ? + n - 1) / n * n < (number + 1) * ?
      """;

  private static final String PICKED_BEFORE = ", picked as (select unnest(?::bigint[]) as step";

  /** The first and last step of every run are picked too. */
  private static final String POINTS =
      """
        union
        select unnest(array[ends.first, ends.last])
        from series s, lateral (
          select min(step) as first, max(step) as last from metric_point
          where series = s.id and step between ? and ?) as ends)
      select s.run_id, p.value, p.logged_at, p.step
      from series s
      cross join picked
      join metric_point p on p.series = s.id and p.step = picked.step
      order by s.position, p.step, p.logged_at, p.value
      """;

  private final Database database;

  MetricComparison(Database database) {
    this.database = database;
  }

  /** Every point, at most so many in all; ordered by run, time, step and value. */
  public List<RunMetric> points(List<String> runIds, String key, long limit) {
    return database.query(
        row -> read(key, row),
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
        limit);
  }

  /**
   * The points at evenly picked steps; grouped by run in the order asked for, ordered by step.
   *
   * @param size how many steps to pick, beside the first and the last ones
   */
  public List<RunMetric> sample(
      List<String> runIds, String key, long firstStep, long lastStep, long size) {
    var series = Sql.of(SERIES, runIds.stream().distinct().toArray(String[]::new), key);
    var picked =
        database
            .query(
                row -> evenly(row.number("low"), row.number("high"), size),
                series.then(DENSE, firstStep, lastStep))
            .stream()
            .findFirst()
            .map(steps -> series.then(PICKED_BEFORE, (Object) steps))
            .orElseGet(() -> series.then(PICKED_BY_RANK, firstStep, lastStep, size, size, size));
    return database.query(row -> read(key, row), picked.then(POINTS, firstStep, lastStep));
  }

  private static Long[] evenly(long low, long high, long size) {
    long count = high - low + 1;
    if (count <= size) {
      return LongStream.rangeClosed(low, high).boxed().toArray(Long[]::new);
    }
    var inner = LongStream.range(0, size).map(k -> low + k * count / size);
    return LongStream.concat(inner, LongStream.of(high)).boxed().toArray(Long[]::new);
  }

  private static RunMetric read(String key, Row row) throws SQLException {
    return new RunMetric(
        key, row.decimal("value"), row.number("logged_at"), row.number("step"), row.text("run_id"));
  }
}
