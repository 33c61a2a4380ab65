package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.ViewType;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.PageToken;
import io.drivetrain.registry.search.SearchSchema;
import io.drivetrain.registry.sql.Database;
import io.drivetrain.registry.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds runs by plain JDBC: experiments hold hundreds of thousands of them. */
@ApplicationScoped
class RunSearch {
  private static final KeyedValues METRICS =
      new KeyedValues("metric_series", "k.run = r.id", "latest_value", true, false, true);
  private static final KeyedValues PARAMS =
      new KeyedValues("run_param", "k.run = r.id", "value", false, true, true);
  private static final KeyedValues TAGS =
      new KeyedValues("run_tag", "k.run = r.id", "value", false, true, true);
  private static final SearchSchema SCHEMA =
      new SearchSchema(
          Set.of("attribute", "attributes", "attr", "run"),
          attributes(),
          Map.of(
              "metric", METRICS,
              "metrics", METRICS,
              "param", PARAMS,
              "params", PARAMS,
              "parameter", PARAMS,
              "parameters", PARAMS,
              "tag", TAGS,
              "tags", TAGS));

  /** A run found, with the number that its data go by. */
  record Row(long id, RunInfo info) {}

  private final Database database;

  RunSearch(Database database) {
    this.database = database;
  }

  private static Map<String, Attribute> attributes() {
    var attributes = new HashMap<String, Attribute>();
    attributes.put("run_id", Attribute.text("r.run_id").withMembership());
    attributes.put("status", Attribute.text("r.status"));
    attributes.put("user_id", Attribute.text("r.user_id"));
    attributes.put("artifact_uri", Attribute.text("r.artifact_uri"));
    attributes.put("end_time", Attribute.number("r.end_time"));
    for (var name : List.of("start_time", "created", "Created")) {
      attributes.put(name, Attribute.number("r.start_time"));
    }
    for (var name : List.of("run_name", "run name", "Run name", "Run Name")) {
      attributes.put(name, Attribute.text("r.name"));
    }
    return attributes;
  }

  Optional<Row> byRunId(String runId) {
    return database.first(
        Sql.of("select r.* from run r where r.run_id = ?", runId), RunSearch::read);
  }

  /**
   * At most {@code limit} runs from where the token points.
   *
   * @param after for the default order a key, else a number of rows to skip
   */
  List<Row> search(
      List<Long> experiments,
      ViewType view,
      Expression filter,
      List<Order> orders,
      Optional<PageToken> after,
      int limit) {
    var ordering = SCHEMA.order(orders);
    var page =
        Sql.of("select r.* from run r")
            .then(ordering.joins())
            .then("where")
            .then(isOneOf("r.experiment", experiments.toArray()))
            .then("and")
            .then(isOneOf("r.lifecycle_stage", view.lifecycleStages().toArray()))
            .then("and")
            .then(SCHEMA.where(filter));
    if (orders.isEmpty()) {
      page = page.then(after.map(RunSearch::behind).orElse(Sql.NOTHING));
    }
    page = page.then(ordering.orderBy("r.start_time desc", "r.run_id")).then("limit ?", limit);
    if (!orders.isEmpty()) {
      page = page.then("offset ?", after.map(token -> token.number(0)).orElse(0L));
    }
    return database.list(page, RunSearch::read);
  }

  /** An equality where there is one value only: the index then gives the rows in their order. */
  private static Sql isOneOf(String column, Object[] values) {
    return values.length == 1
        ? Sql.of(column + " = ?", values)
        : Sql.of(column + " in (" + "?, ".repeat(values.length - 1) + "?)", values);
  }

  private static Sql behind(PageToken token) {
    long startTime = token.number(0);
    return Sql.of(
        "and r.start_time <= ? and (r.start_time < ? or r.run_id > ?)",
        startTime,
        startTime,
        token.text(1));
  }

  static PageToken tokenAfter(Row last, List<Order> orders, long rowsSoFar) {
    return orders.isEmpty()
        ? PageToken.after(last.info().startTime(), last.info().runId())
        : PageToken.after(rowsSoFar);
  }

  private static Row read(ResultSet row) throws SQLException {
    var runId = row.getString("run_id");
    var info =
        new RunInfo(
            runId,
            runId,
            row.getString("name"),
            row.getString("experiment"),
            row.getString("user_id"),
            row.getString("status"),
            row.getLong("start_time"),
            row.getObject("end_time", Long.class),
            row.getString("artifact_uri"),
            row.getString("lifecycle_stage"));
    return new Row(row.getLong("id"), info);
  }
}
