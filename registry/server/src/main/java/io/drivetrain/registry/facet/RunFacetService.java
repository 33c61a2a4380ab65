package io.drivetrain.registry.facet;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.facet.RunFacets.Range;
import io.drivetrain.registry.facet.RunFacets.Value;
import io.drivetrain.registry.facet.RunFacets.Values;
import io.drivetrain.registry.run.RunQuery;
import io.drivetrain.registry.run.RunSearch;
import io.drivetrain.registry.search.FilterParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Counts runs instead of listing them, with the conditions of the search. */
@ApplicationScoped
@Transactional
public class RunFacetService {
  private final Database database;

  RunFacetService(Database database) {
    this.database = database;
  }

  /** Without an experiment there is no run, as in a search. */
  public RunFacets count(FacetRequest request) {
    var query =
        new RunQuery(
            request.experimentIds().stream().map(ExperimentService::parseId).toList(),
            request.runViewType(),
            FilterParser.parse(request.filter()),
            List.of());
    if (query.experiments().isEmpty()) {
      return new RunFacets(0, List.of(), List.of(), List.of());
    }
    var matching =
        Sql.of("(select r.id from run r where").then(RunSearch.condition(query)).then(")");
    return new RunFacets(
        count(matching),
        request.params().stream()
            .map(key -> values("run_param", key, matching, request.maxValues()))
            .toList(),
        request.tags().stream()
            .map(key -> values("run_tag", key, matching, request.maxValues()))
            .toList(),
        request.metrics().stream().map(key -> range(key, matching)).toList());
  }

  /** Of the experiments that have runs. */
  public List<ExperimentActivity> activity(List<Long> experiments) {
    return database.query(
        row ->
            new ExperimentActivity(
                row.text("experiment"),
                row.number("runs"),
                row.number("running"),
                row.number("deleted"),
                row.value(Long.class, "last_start")),
        Sql.of(
            """
            select experiment,
              count(*) filter (where lifecycle_stage = 'active') as runs,
              count(*) filter (where lifecycle_stage = 'active' and status = 'RUNNING') as running,
              count(*) filter (where lifecycle_stage = 'deleted') as deleted,
              max(start_time) filter (where lifecycle_stage = 'active') as last_start
            from run where experiment = any (?) group by experiment order by experiment
            """,
            (Object) experiments.toArray(Long[]::new)));
  }

  private long count(Sql matching) {
    return database
        .find(row -> row.number(1), Sql.of("select count(*) from").then(matching).then("m"))
        .orElseThrow();
  }

  private Values values(String table, String key, Sql matching, long most) {
    var grouped =
        Sql.of(
                "with grouped as (select value, count(*) as runs from " + table + " where key = ?",
                key)
            .then("and run in")
            .then(matching)
            .then("group by value)");
    var totals =
        database
            .find(
                row -> new Values(key, row.number(1), row.number(2), List.of()),
                grouped.then("select coalesce(sum(runs), 0), count(*) from grouped"))
            .orElseThrow();
    var values =
        database.query(
            row -> new Value(row.text("value"), row.number("runs")),
            grouped.then(
                "select value, runs from grouped order by runs desc, value limit ?", most));
    return new Values(key, totals.runs(), totals.distinct(), values);
  }

  /** NaN is the greatest number to Postgres; it belongs to no range. */
  private Range range(String key, Sql matching) {
    return database
        .find(
            row ->
                new Range(
                    key,
                    row.number("runs"),
                    row.value(Double.class, "min"),
                    row.value(Double.class, "max")),
            Sql.of(
                    """
                    select count(*) as runs,
                      min(latest_value) filter (where latest_value < 'NaN') as min,
                      max(latest_value) filter (where latest_value < 'NaN') as max
                    from metric_series where key = ? and run in
                    """,
                    key)
                .then(matching))
        .orElseThrow();
  }
}
