package io.drivetrain.registry.evaluation;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluation datasets and their records, by plain JDBC. */
@ApplicationScoped
class EvaluationRepository {
  private static final KeyedValues TAGS =
      new KeyedValues("evaluation_dataset_tag", "k.dataset = d.id", "value", false, false, false);
  private static final SearchSchema SEARCH =
      new SearchSchema(
          Set.of("attribute", "attributes", "dataset"),
          Map.of(
              "name", Attribute.text("d.name"),
              "dataset_id", Attribute.text("d.dataset_id"),
              "created_by", Attribute.text("d.created_by"),
              "last_updated_by", Attribute.text("d.updated_by"),
              "created_time", Attribute.time("d.created_at"),
              "last_update_time", Attribute.time("d.updated_at")),
          Map.of("tag", TAGS, "tags", TAGS));

  private static final String DATASET =
      """
      select d.*,
        (select coalesce(json_object_agg(t.key, t.value order by t.key), '{}')
         from evaluation_dataset_tag t where t.dataset = d.id) as tags,
        array(select e.experiment::text from evaluation_dataset_experiment e
              where e.dataset = d.id order by e.experiment) as experiments
      from evaluation_dataset d
      """;

  private final Database database;

  EvaluationRepository(Database database) {
    this.database = database;
  }

  /** What is written about a dataset that has the number. */
  record Stored(long id, EvaluationDataset dataset) {}

  void insert(String datasetId, String name, String digest, String user, Instant now) {
    database.update(
        """
        insert into evaluation_dataset
          (dataset_id, name, digest, created_at, updated_at, created_by, updated_by)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        datasetId,
        name,
        digest,
        now,
        now,
        user,
        user);
  }

  Optional<Stored> find(String datasetId) {
    return database.find(EvaluationRepository::read, DATASET + "where d.dataset_id = ?", datasetId);
  }

  /** Locked until the end of the transaction: two changes of one dataset come in turn. */
  Optional<Long> lock(String datasetId) {
    return database.find(
        row -> row.number("id"),
        "select id from evaluation_dataset where dataset_id = ? for update",
        datasetId);
  }

  List<EvaluationDataset> search(
      List<Long> experiments, Expression filter, List<Order> orders, long offset, int limit) {
    var ordering = SEARCH.order(orders);
    var ofExperiments =
        experiments.isEmpty()
            ? Sql.of("true")
            : Sql.of(
                "d.id in (select dataset from evaluation_dataset_experiment where experiment = any (?))",
                (Object) experiments.toArray(Long[]::new));
    return database.query(
        row -> read(row).dataset(),
        Sql.of(DATASET)
            .then(ordering.joins())
            .then("where")
            .then(ofExperiments)
            .then("and")
            .then(SEARCH.where(filter))
            .then(ordering.orderBy("d.created_at desc", "d.dataset_id"))
            .then("limit ? offset ?", limit, offset));
  }

  boolean delete(String datasetId) {
    return database.update("delete from evaluation_dataset where dataset_id = ?", datasetId) > 0;
  }

  void putTag(long dataset, String key, String value) {
    database.update(
        """
        insert into evaluation_dataset_tag (dataset, key, value) values (?, ?, ?)
        on conflict (dataset, key) do update set value = excluded.value
        """,
        dataset,
        key,
        value);
  }

  void deleteTag(long dataset, String key) {
    database.update(
        "delete from evaluation_dataset_tag where dataset = ? and key = ?", dataset, key);
  }

  void addExperiment(long dataset, long experiment) {
    database.update(
        """
        insert into evaluation_dataset_experiment (dataset, experiment) values (?, ?)
        on conflict do nothing
        """,
        dataset,
        experiment);
  }

  void removeExperiment(long dataset, long experiment) {
    database.update(
        "delete from evaluation_dataset_experiment where dataset = ? and experiment = ?",
        dataset,
        experiment);
  }

  void changed(long dataset, String digest, String user, Instant now) {
    database.update(
        """
        update evaluation_dataset
        set updated_at = ?, digest = ?, updated_by = coalesce(?, updated_by) where id = ?
        """,
        now,
        digest,
        user,
        dataset);
  }

  void describe(long dataset, String schema, String profile) {
    database.update(
        "update evaluation_dataset set schema = ?, profile = ? where id = ?",
        schema,
        profile,
        dataset);
  }

  private static Stored read(Row row) throws SQLException {
    return new Stored(
        row.number("id"),
        new EvaluationDataset(
            row.text("dataset_id"),
            row.text("name"),
            row.text("tags"),
            row.text("schema"),
            row.text("profile"),
            row.text("digest"),
            row.instant("created_at").toEpochMilli(),
            row.instant("updated_at").toEpochMilli(),
            row.text("created_by"),
            row.text("updated_by"),
            row.texts("experiments")));
  }
}
