package io.drivetrain.registry.model;

import static java.util.Map.entry;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Versions that are not deleted, unless the name of a method says otherwise. */
@ApplicationScoped
class ModelVersionRepository implements PanacheRepositoryBase<ModelVersionEntity, Long> {
  private static final KeyedValues TAGS =
      new KeyedValues("model_version_tag", "k.model_version = v.id", "value", false, false, false);
  private static final Attribute STAGE = Attribute.text("v.stage").onlyFiltered();
  private static final Attribute ALIAS =
      Attribute.anyText(
          "a.alias", "registered_model_alias a where a.model = v.model and a.version = v.version");
  private static final SearchSchema SEARCH =
      new SearchSchema(
          Set.of("attribute"),
          Map.ofEntries(
              entry("name", Attribute.text("m.name")),
              entry("run_id", Attribute.text("v.run_id").onlyFiltered()),
              entry("source_path", Attribute.text("v.source").onlyFiltered()),
              entry("stage", STAGE),
              entry("current_stage", STAGE),
              entry("alias", ALIAS),
              entry("aliases", ALIAS),
              entry("version_number", Attribute.number("v.version")),
              entry("creation_timestamp", Attribute.time("v.created_at").onlyOrdered()),
              entry("last_updated_timestamp", Attribute.time("v.updated_at").onlyOrdered())),
          Map.of("tag", TAGS, "tags", TAGS));

  private final Database database;

  ModelVersionRepository(Database database) {
    this.database = database;
  }

  Optional<ModelVersionEntity> byNumber(RegisteredModelEntity model, int version) {
    return find("model = ?1 and version = ?2 and deletedAt is null", model, version)
        .firstResultOptional();
  }

  /** Highest number first. */
  Optional<ModelVersionEntity> deletedByNumber(RegisteredModelEntity model, int version) {
    return find("model = ?1 and version = ?2 and deletedAt is not null", model, version)
        .firstResultOptional();
  }

  /** Deleted ones too. */
  List<ModelVersionEntity> withFilesUnder(String uri) {
    return list(
        "storageLocation = ?1 or substring(storageLocation, 1, ?2) = ?3 order by model.name, version",
        uri,
        uri.length() + 1,
        uri + "/");
  }

  List<ModelVersionEntity> inStage(RegisteredModelEntity model, Stage stage) {
    return list(
        "model = ?1 and stage = ?2 and deletedAt is null order by version desc", model, stage);
  }

  Optional<ModelVersionEntity> latest(RegisteredModelEntity model) {
    return find("model = ?1 and deletedAt is null order by version desc", model)
        .firstResultOptional();
  }

  /** The highest version of each stage of each model, ordered by number. */
  List<ModelVersionEntity> latestByStage(Collection<RegisteredModelEntity> models) {
    var ids = models.stream().map(model -> model.id).toArray(Long[]::new);
    var latest =
        Sql.of(
            """
            select distinct on (model, stage) id from model_version
            where model = any (?) and deleted_at is null
            order by model, stage, version desc
            """,
            (Object) ids);
    return load(latest).stream().sorted((a, b) -> Integer.compare(a.version, b.version)).toList();
  }

  List<ModelVersionEntity> search(PromptFilter filter, List<Order> orders, long offset, int limit) {
    var ordering = SEARCH.order(orders);
    var tieBreakers =
        orders.isEmpty()
            ? new String[] {"v.updated_at desc", "m.name", "v.version desc"}
            : new String[] {"m.name", "v.version desc"};
    return load(
        Sql.of("select v.id from model_version v join registered_model m on m.id = v.model")
            .then(ordering.joins())
            .then("where v.deleted_at is null and")
            .then(filter.condition("model_version_tag p where p.model_version = v.id"))
            .then("and")
            .then(SEARCH.where(filter.others()))
            .then(ordering.orderBy(tieBreakers))
            .then("limit ? offset ?", limit, offset));
  }

  private List<ModelVersionEntity> load(Sql ids) {
    return getSession()
        .findMultiple(ModelVersionEntity.class, database.query(row -> row.number("id"), ids));
  }
}
