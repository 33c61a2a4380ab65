package io.drivetrain.registry.metric;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.PageToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the points of one metric by plain JDBC, for there may be a great many. */
@ApplicationScoped
public class MetricHistory {
  /** Page size of a request that names none; MLflow 3.11 answers an endless loop instead. */
  static final long ALL = Integer.MAX_VALUE - 1;

  /** Ordered by timestamp, step and value. */
  public record Page(List<Metric> metrics, String nextPageToken) {}

  private final Database database;

  MetricHistory(Database database) {
    this.database = database;
  }

  public Page read(String runId, String key, long maxResults, String pageToken) {
    if (maxResults < 1) {
      throw RegistryException.invalid(
          "Invalid value %d for parameter 'max_results' supplied: it must be at least 1."
              .formatted(maxResults));
    }
    long size = Math.min(maxResults, ALL);
    var query = List.of(runId, key);
    var points =
        Sql.of(
                """
                select p.logged_at, p.step, p.value
                from metric_point p
                join metric_series s on s.id = p.series
                join run r on r.id = s.run
                where r.run_id = ? and s.key = ?
                """,
                runId,
                key)
            .then(PageToken.read(pageToken, query).map(MetricHistory::after).orElse(Sql.NOTHING))
            .then("order by p.logged_at, p.step, p.value limit ?", size + 1);
    var found =
        database.query(
            row ->
                new Metric(key, row.decimal("value"), row.number("logged_at"), row.number("step")),
            points);
    if (found.size() <= size) {
      return new Page(found, null);
    }
    var page = found.subList(0, (int) size);
    var last = page.getLast();
    return new Page(
        page, PageToken.after(last.timestamp(), last.step(), last.value()).write(query));
  }

  private static Sql after(PageToken token) {
    return Sql.of(
        "and (p.logged_at, p.step, p.value) > (?, ?, ?)",
        token.number(0),
        token.number(1),
        token.real(2));
  }
}
