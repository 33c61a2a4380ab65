package io.drivetrain.registry.loggedmodel;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.MeasuredOn;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.OrderBy;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds logged models. Which metrics count depends on the datasets of the request, so they are
 * named tables of the query itself: the latest point of each key, on these data only.
 */
@ApplicationScoped
class LoggedModelSearch {
  private static final String METRICS = "metrics";
  private static final KeyedValues PARAMS =
      new KeyedValues("logged_model_param", "k.model = m.id", "value", false, false, true);
  private static final KeyedValues TAGS =
      new KeyedValues("logged_model_tag", "k.model = m.id", "value", false, false, true);

  private final Database database;

  LoggedModelSearch(Database database) {
    this.database = database;
  }

  List<Long> search(
      List<Long> experiments,
      Expression filter,
      List<MeasuredOn> datasets,
      List<OrderBy> orderBy,
      long offset,
      int limit) {
    var tables = new ArrayList<Sql>();
    tables.add(latest("filtered_metric", experiments, datasets));
    var keyed = new HashMap<String, KeyedValues>();
    var orders = new ArrayList<Order>();
    for (var order : orderBy) {
      var table = "ordered_metric_" + orders.size();
      tables.add(latest(table, experiments, order.datasets()));
      keyed.put(table, metrics(table));
      orders.add(order(order, table));
    }
    var ordering = schema(keyed).order(orders);
    var tieBreakers = new String[] {"m.created_at desc", "m.model_id"};
    var page =
        Sql.of("with")
            .then(Sql.join(", ", tables))
            .then("select m.id from logged_model m")
            .then(ordering.joins())
            .then(
                "where m.deleted_at is null and m.experiment = any (?) and",
                (Object) experiments.toArray(Long[]::new))
            .then(
                datasets.isEmpty()
                    ? Sql.NOTHING
                    : Sql.of("m.id in (select model from filtered_metric) and"))
            .then(schema(Map.of(METRICS, metrics("filtered_metric"))).where(filter))
            .then(ordering.orderBy(tieBreakers))
            .then("limit ? offset ?", limit, offset);
    return database.query(row -> row.number("id"), page);
  }

  private static Order order(OrderBy order, String table) {
    var parsed = Order.parse(List.of(order.fieldName())).getFirst().identifier();
    var entity = parsed.entity().equals(METRICS) ? table : parsed.entity();
    return new Order(new Identifier(entity, parsed.key(), parsed.position()), order.ascending());
  }

  private static Sql latest(String name, List<Long> experiments, List<MeasuredOn> datasets) {
    var table =
        Sql.of(
            name
                + """
                 as (
                  select distinct on (k.model, k.key) k.model, k.key, k.value
                  from logged_model_metric k join logged_model o on o.id = k.model
                  where o.experiment = any (?)
                """,
            (Object) experiments.toArray(Long[]::new));
    if (!datasets.isEmpty()) {
      var any =
          datasets.stream()
              .map(dataset ->
                  Sql.of(
                      "(k.dataset_name = ? and k.dataset_digest = coalesce(?, k.dataset_digest))",
                      dataset.datasetName(),
                      dataset.datasetDigest()))
              .toList();
      table = table.then("and (").then(Sql.join(" or ", any)).then(")");
    }
    return table.then("order by k.model, k.key, k.logged_at desc, k.step desc)");
  }

  private static KeyedValues metrics(String table) {
    return new KeyedValues(table, "k.model = m.id", "value", true, false, true);
  }

  private static SearchSchema schema(Map<String, KeyedValues> metrics) {
    var keyed = new HashMap<>(metrics);
    keyed.put("params", PARAMS);
    keyed.put("tags", TAGS);
    return new SearchSchema(
        Set.of("attributes"),
        Map.of(
            "name", Attribute.text("m.name"),
            "model_id", Attribute.text("m.model_id"),
            "model_type", Attribute.text("m.model_type"),
            "status", Attribute.text("m.status"),
            "source_run_id", Attribute.text("m.source_run_id"),
            "artifact_location", Attribute.text("m.artifact_uri"),
            "creation_timestamp", Attribute.time("m.created_at"),
            "creation_time", Attribute.time("m.created_at"),
            "last_updated_timestamp", Attribute.time("m.updated_at")),
        keyed);
  }
}
