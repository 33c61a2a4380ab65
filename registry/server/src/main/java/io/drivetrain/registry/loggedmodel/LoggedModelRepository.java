package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.sql.Database;
import io.drivetrain.registry.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logged models; their metrics by plain JDBC. */
@ApplicationScoped
class LoggedModelRepository implements PanacheRepositoryBase<LoggedModelEntity, Long> {
  private final Database database;

  LoggedModelRepository(Database database) {
    this.database = database;
  }

  /** Deleted ones too. */
  Optional<LoggedModelEntity> byModelId(String modelId) {
    return find("modelId", modelId).firstResultOptional();
  }

  /** Locked until the end of the transaction: two changes of one model come in turn. */
  Optional<LoggedModelEntity> lock(String modelId) {
    return find("modelId = ?1 and deletedAt is null", modelId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** In the order of the ids. */
  List<LoggedModelEntity> byIds(List<Long> ids) {
    return getSession().findMultiple(LoggedModelEntity.class, ids);
  }

  /** A point that is there already is passed over. */
  void addMetrics(LoggedModelEntity model, Collection<LoggedModelMetric> metrics) {
    for (var metric : metrics) {
      database.update(
          Sql.of(
              """
              insert into logged_model_metric
                (model, key, logged_at, step, run_id, dataset_name, dataset_digest, value)
              values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
              """,
              model.id,
              metric.key(),
              metric.timestamp(),
              metric.step(),
              metric.runId(),
              metric.datasetName() == null ? "" : metric.datasetName(),
              metric.datasetDigest() == null ? "" : metric.datasetDigest(),
              metric.value()));
    }
  }

  /** By model, in the order of key, time and step; a model without metrics is not in the map. */
  Map<Long, List<LoggedModelMetric>> metrics(List<LoggedModelEntity> models) {
    var ids = models.stream().map(model -> model.id).toArray(Long[]::new);
    var byModel = new HashMap<Long, List<LoggedModelMetric>>();
    database.list(
        Sql.of(
            """
            select k.*, m.model_id,
              nullif(k.dataset_name, '') as dataset, nullif(k.dataset_digest, '') as digest
            from logged_model_metric k join logged_model m on m.id = k.model
            where k.model = any (?)
            order by k.model, k.key, k.logged_at, k.step
            """,
            (Object) ids),
        row ->
            byModel
                .computeIfAbsent(row.getLong("model"), _ -> new ArrayList<>())
                .add(
                    new LoggedModelMetric(
                        row.getString("key"),
                        row.getDouble("value"),
                        row.getLong("logged_at"),
                        row.getLong("step"),
                        row.getString("dataset"),
                        row.getString("digest"),
                        row.getString("model_id"),
                        row.getString("run_id"))));
    return byModel;
  }
}
