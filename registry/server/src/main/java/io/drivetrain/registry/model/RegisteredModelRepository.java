package io.drivetrain.registry.model;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class RegisteredModelRepository implements PanacheRepositoryBase<RegisteredModelEntity, Long> {
  private static final KeyedValues TAGS =
      new KeyedValues("registered_model_tag", "k.model = m.id", "value", false, false, false);
  private static final Attribute STAGE =
      Attribute.anyText("v.stage", "model_version v where v.model = m.id and v.deleted_at is null");
  private static final Attribute ALIAS =
      Attribute.anyText("a.alias", "registered_model_alias a where a.model = m.id");
  private static final SearchSchema SEARCH =
      new SearchSchema(
          Set.of("attribute"),
          Map.of(
              "name",
              Attribute.text("m.name"),
              "stage",
              STAGE,
              "alias",
              ALIAS,
              "aliases",
              ALIAS,
              "timestamp",
              Attribute.time("m.updated_at").onlyOrdered(),
              "last_updated_timestamp",
              Attribute.time("m.updated_at").onlyOrdered()),
          Map.of("tag", TAGS, "tags", TAGS));

  private final Database database;

  RegisteredModelRepository(Database database) {
    this.database = database;
  }

  Optional<RegisteredModelEntity> byName(String name) {
    return find("name", name).firstResultOptional();
  }

  /** Locked until the end of the transaction: two changes of one model come in turn. */
  Optional<RegisteredModelEntity> lock(String name) {
    return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** One statement: the database takes the versions, tags and aliases along. */
  void deleteWithVersions(RegisteredModelEntity model) {
    getEntityManager().detach(model);
    database.update("delete from registered_model where id = ?", model.id);
  }

  List<RegisteredModelEntity> search(
      PromptFilter filter, List<Order> orders, long offset, int limit) {
    var ordering = SEARCH.order(orders);
    var page =
        Sql.of("select m.id from registered_model m")
            .then(ordering.joins())
            .then("where")
            .then(filter.condition("registered_model_tag p where p.model = m.id"))
            .then("and")
            .then(SEARCH.where(filter.others()))
            .then(ordering.orderBy("m.name"))
            .then("limit ? offset ?", limit, offset);
    return getSession()
        .findMultiple(RegisteredModelEntity.class, database.query(row -> row.number("id"), page));
  }
}
