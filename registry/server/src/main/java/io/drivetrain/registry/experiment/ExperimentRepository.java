package io.drivetrain.registry.experiment;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.protocol.ViewType;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class ExperimentRepository implements PanacheRepositoryBase<ExperimentEntity, Long> {
  private static final KeyedValues TAGS =
      new KeyedValues("experiment_tag", "k.experiment = e.id", "value", false, true, false);
  private static final SearchSchema SEARCH =
      new SearchSchema(
          Set.of("attribute"),
          Map.of(
              "name", Attribute.text("e.name"),
              "experiment_id", Attribute.number("e.id").onlyOrdered(),
              "creation_time", Attribute.time("e.created_at"),
              "last_update_time", Attribute.time("e.updated_at")),
          Map.of("tag", TAGS, "tags", TAGS));

  private final Database database;

  ExperimentRepository(Database database) {
    this.database = database;
  }

  Optional<ExperimentEntity> byName(String name) {
    return find("name", name).firstResultOptional();
  }

  /** Whether another experiment keeps its files inside this location. */
  boolean existsBelow(String location) {
    return count("substring(artifactLocation, 1, ?1) = ?2", location.length() + 1, location + "/")
        > 0;
  }

  /** At most {@code limit} experiments, after the first {@code offset}. */
  List<ExperimentEntity> search(
      Expression filter, ViewType view, List<Order> orders, long offset, int limit) {
    var ordering = SEARCH.order(orders);
    var page =
        Sql.of("select e.id from experiment e")
            .then(ordering.joins())
            .then("where e.lifecycle_stage = any (?)", (Object) view.lifecycleStages())
            .then("and")
            .then(SEARCH.where(filter))
            .then(
                orders.isEmpty()
                    ? ordering.orderBy("e.created_at desc", "e.id")
                    : ordering.orderBy("e.id desc"))
            .then("limit ? offset ?", limit, offset);
    var ids = database.query(row -> row.number("id"), page);
    return getSession().findMultiple(ExperimentEntity.class, ids);
  }
}
