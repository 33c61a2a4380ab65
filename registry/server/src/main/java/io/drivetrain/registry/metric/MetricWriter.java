package io.drivetrain.registry.metric;

import io.drivetrain.database.Database;
import io.drivetrain.database.Database.Query;
import io.drivetrain.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Stores the metrics of a batch by plain JDBC, in one round trip, whether it is one or a thousand.
 */
@ApplicationScoped
public class MetricWriter {
  /**
   * Two statements, so that the second sees what other writers committed while the first waited for
   * the rows of the series: that keeps points unique without a key over their values. The latest
   * point is the greatest by step, timestamp and value, the first one the least, where NaN is below
   * every number.
   *
   * <p>The {@code offset 0} keeps Postgres from making a join of the search for equal points: it
   * then looks at all points of the series for each new one.
   */
  private static final String WRITE =
      """
      insert into metric_series as s
        (run, key, latest_value, latest_timestamp, latest_step,
         first_value, first_timestamp, first_step, min_value, max_value)
      select r.id, n.*
      from run r, unnest(?::text[], ?::float8[], ?::bigint[], ?::bigint[],
                  ?::float8[], ?::bigint[], ?::bigint[], ?::float8[], ?::float8[]) as n
      where r.run_id = ? and r.lifecycle_stage = 'active'
      on conflict (run, key) do update set
        (latest_step, latest_timestamp, latest_value) = (
          select step, logged_at, value
          from (values (s.latest_step, s.latest_timestamp, s.latest_value),
                       (excluded.latest_step, excluded.latest_timestamp, excluded.latest_value))
            as both_points (step, logged_at, value)
          order by step desc, logged_at desc, nullif(value, 'NaN') desc nulls last
          limit 1),
        (first_step, first_timestamp, first_value) = (
          select step, logged_at, value
          from (values (s.first_step, s.first_timestamp, s.first_value),
                       (excluded.first_step, excluded.first_timestamp, excluded.first_value))
            as both_points (step, logged_at, value)
          order by step, logged_at, nullif(value, 'NaN') nulls first
          limit 1),
        min_value = least(s.min_value, excluded.min_value),
        max_value = greatest(s.max_value, excluded.max_value);
      insert into metric_point (series, logged_at, step, value)
      select s.id, n.logged_at, n.step, n.value
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::float8[])
        as n (key, logged_at, step, value)
      join run r on r.run_id = ? and r.lifecycle_stage = 'active'
      join metric_series s on s.run = r.id and s.key = n.key
      where not exists (
        select 1 from metric_point p
        where p.series = s.id and p.logged_at = n.logged_at and p.step = n.step
          and p.value = n.value
        offset 0)
      """;

  private final Database database;

  MetricWriter(Database database) {
    this.database = database;
  }

  /**
   * Writes to an active run only. A point that is there already, in the table or in the batch, is
   * passed over. Outside of a transaction the batch is one of its own.
   *
   * @return the lifecycle stage of the run, empty where there is no such run
   */
  public Optional<String> write(String runId, List<Metric> metrics) {
    var stage = new ArrayList<String>(1);
    database.read(
        new Query(
            Sql.of("select lifecycle_stage from run where run_id = ?", runId),
            row -> stage.add(row.text(1))),
        new Query(statements(runId, metrics), _ -> {}));
    return stage.stream().findFirst();
  }

  private static Sql statements(String runId, List<Metric> metrics) {
    var series = new TreeMap<String, Series>();
    Set<Metric> points = new LinkedHashSet<>(metrics);
    points.forEach(point -> series.merge(point.key(), Series.of(point), Series::with));
    var all = series.values();
    return Sql.of(
        WRITE,
        series.keySet().toArray(String[]::new),
        doubles(all, s -> s.latest().value()),
        longs(all, s -> s.latest().timestamp()),
        longs(all, s -> s.latest().step()),
        doubles(all, s -> s.first().value()),
        longs(all, s -> s.first().timestamp()),
        longs(all, s -> s.first().step()),
        all.stream().map(Series::min).toArray(Double[]::new),
        all.stream().map(Series::max).toArray(Double[]::new),
        runId,
        points.stream().map(Metric::key).toArray(String[]::new),
        longs(points, Metric::timestamp),
        longs(points, Metric::step),
        doubles(points, Metric::value),
        runId);
  }

  private static <T> long[] longs(Collection<T> rows, ToLongFunction<T> value) {
    return rows.stream().mapToLong(value).toArray();
  }

  private static <T> double[] doubles(Collection<T> rows, ToDoubleFunction<T> value) {
    return rows.stream().mapToDouble(value).toArray();
  }
}
