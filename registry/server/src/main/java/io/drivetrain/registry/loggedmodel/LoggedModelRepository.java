package io.drivetrain.registry.loggedmodel;

import io.drivetrain.database.Database;
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
          metric.value());
    }
  }

  /** By model, in the order of key, time and step; a model without metrics is not in the map. */
  Map<Long, List<LoggedModelMetric>> metrics(List<LoggedModelEntity> models) {
    var ids = models.stream().map(model -> model.id).toArray(Long[]::new);
    var byModel = new HashMap<Long, List<LoggedModelMetric>>();
    database.query(
        row ->
            byModel
                .computeIfAbsent(row.number("model"), _ -> new ArrayList<>())
                .add(
                    new LoggedModelMetric(
                        row.text("key"),
                        row.decimal("value"),
                        row.number("logged_at"),
                        row.number("step"),
                        row.text("dataset"),
                        row.text("digest"),
                        row.text("model_id"),
                        row.text("run_id"))),
        """
        select k.*, m.model_id,
          nullif(k.dataset_name, '') as dataset, nullif(k.dataset_digest, '') as digest
        from logged_model_metric k join logged_model m on m.id = k.model
        where k.model = any (?)
        order by k.model, k.key, k.logged_at, k.step
        """,
        (Object) ids);
    return byModel;
  }
}
