package io.drivetrain.registry.run;

import io.drivetrain.registry.dataset.CollectedInputs;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.sql.Database;
import io.drivetrain.registry.sql.Database.Query;
import io.drivetrain.registry.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads whole runs by plain JDBC: however many they are, in one round trip. */
@ApplicationScoped
class RunReader {
  private final Database database;

  RunReader(Database database) {
    this.database = database;
  }

  Optional<Run> byRunId(String runId) {
    return read(Sql.of("in (select id from run where run_id = ?)", runId)).values().stream()
        .findFirst();
  }

  /** In the order of their numbers; a run that is gone since is left out. */
  List<Run> byNumbers(List<Long> numbers) {
    var runs = read(Sql.of("= any (?)", (Object) numbers.toArray(Long[]::new)));
    return numbers.stream().map(runs::get).filter(Objects::nonNull).toList();
  }

  /**
   * @param which the condition on a run's number
   */
  private Map<Long, Run> read(Sql which) {
    var infos = new HashMap<Long, RunInfo>();
    var metrics = new HashMap<Long, List<Metric>>();
    var params = new HashMap<Long, List<Tag>>();
    var tags = new HashMap<Long, List<Tag>>();
    var datasets = new CollectedInputs();
    var models = new CollectedModels();
    database.read(
        new Query(
            Sql.of("select * from run where id").then(which),
            row -> infos.put(row.getLong("id"), info(row))),
        new Query(
            Sql.of(
                    """
                    select run, key, latest_value, latest_timestamp, latest_step
                    from metric_series where run
                    """)
                .then(which)
                .then("order by run, key"),
            row -> of(metrics, row).add(metric(row))),
        texts("run_param", which, params),
        texts("run_tag", which, tags),
        datasets.query(which),
        models.query(which));
    var runs = new HashMap<Long, Run>();
    infos.forEach((number, info) ->
        runs.put(
            number,
            new Run(
                info,
                data(number, metrics, params, tags),
                new RunInputs(datasets.of(number), models.inputsOf(number)),
                new RunOutputs(models.outputsOf(number)))));
    return runs;
  }

  private static Query texts(String table, Sql which, Map<Long, List<Tag>> byRun) {
    return new Query(
        Sql.of("select run, key, value from " + table + " where run")
            .then(which)
            .then("order by run, key"),
        row -> of(byRun, row).add(new Tag(row.getString(2), row.getString(3))));
  }

  private static <T> List<T> of(Map<Long, List<T>> byRun, ResultSet row) throws SQLException {
    return byRun.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>());
  }

  private static Metric metric(ResultSet row) throws SQLException {
    return new Metric(row.getString(2), row.getDouble(3), row.getLong(4), row.getLong(5));
  }

  private static RunData data(
      Long number,
      Map<Long, List<Metric>> metrics,
      Map<Long, List<Tag>> params,
      Map<Long, List<Tag>> tags) {
    return new RunData(
        metrics.getOrDefault(number, List.of()),
        params.getOrDefault(number, List.of()),
        tags.getOrDefault(number, List.of()));
  }

  static RunInfo info(ResultSet row) throws SQLException {
    var runId = row.getString("run_id");
    return new RunInfo(
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
  }
}
