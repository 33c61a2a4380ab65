package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.run.FoundRuns.Hit;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs ordered by the latest value of one metric: a query for each band, until the page is full. A
 * single query would have to sort all runs of the experiment.
 */
final class MetricRanking {
  /** In the order of a page. Page tokens hold the ordinal. */
  private enum Band {
    /** In the order of their values, as the index has them. */
    NUMBER,
    NAN,
    WITHOUT_METRIC
  }

  private record Ranked(Hit hit, Band band, double value) {
    PageToken position() {
      return PageToken.after(band.ordinal(), hit.startTime(), hit.runId(), value);
    }
  }

  private final Database database;
  private final Order order;

  MetricRanking(Database database, Order order) {
    this.database = database;
    this.order = order;
  }

  /**
   * @param condition on the run {@code r}
   */
  FoundRuns page(Sql condition, Optional<PageToken> after, int size) {
    var hits = new ArrayList<Ranked>();
    long first = after.map(token -> token.number(0)).orElse(0L);
    for (var band : Band.values()) {
      if (band.ordinal() >= first && hits.size() <= size) {
        var behind = after.filter(_ -> band.ordinal() == first);
        hits.addAll(list(band, condition, behind, size + 1 - hits.size()));
      }
    }
    return FoundRuns.page(hits, size, ranked -> ranked.hit().number(), Ranked::position);
  }

  private List<Ranked> list(Band band, Sql condition, Optional<PageToken> after, int limit) {
    var query =
        switch (band) {
          case NUMBER -> numbers(condition, after);
          case NAN -> notNumbers(condition, after);
          case WITHOUT_METRIC -> without(condition, after);
        };
    return database.query(
        row -> new Ranked(RunSearch.hit(row), band, row.decimal(4)), query.then("limit ?", limit));
  }

  /** To Postgres NaN is the greatest number. */
  private Sql numbers(Sql condition, Optional<PageToken> after) {
    return Sql.of(
            """
            select r.id, r.start_time, r.run_id, m.latest_value
            from metric_series m join run r on r.id = m.run
            where m.key = ? and m.latest_value < 'NaN' and
            """,
            key())
        .then(condition)
        .then(after.map(this::behind).orElse(Sql.NOTHING))
        .then(
            "order by m.latest_value %s, %s"
                .formatted(order.ascending() ? "asc" : "desc", RunSearch.YOUNGEST_FIRST));
  }

  private Sql behind(PageToken token) {
    var beyond = order.ascending() ? ">" : "<";
    double value = token.real(3);
    return Sql.of("and m.latest_value " + beyond + "= ?", value)
        .then("and (m.latest_value " + beyond + " ? or (true", value)
        .then(RunSearch.behind(token, 1))
        .then("))");
  }

  private Sql notNumbers(Sql condition, Optional<PageToken> after) {
    return Sql.of(
            """
            select r.id, r.start_time, r.run_id, m.latest_value
            from metric_series m join run r on r.id = m.run
            where m.key = ? and m.latest_value = 'NaN' and
            """,
            key())
        .then(condition)
        .then(behindYounger(after));
  }

  private Sql without(Sql condition, Optional<PageToken> after) {
    return Sql.of("select r.id, r.start_time, r.run_id, 0 from run r where")
        .then(condition)
        .then(
            "and not exists (select 1 from metric_series m where m.run = r.id and m.key = ?)",
            key())
        .then(behindYounger(after));
  }

  private static Sql behindYounger(Optional<PageToken> after) {
    return after
        .map(token -> RunSearch.behind(token, 1))
        .orElse(Sql.NOTHING)
        .then("order by " + RunSearch.YOUNGEST_FIRST);
  }

  private String key() {
    return order.identifier().key();
  }
}
