package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import io.drivetrain.database.Database.Query;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.dataset.CollectedInputs;
import io.drivetrain.registry.metric.Metric;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
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
            row -> infos.put(row.number("id"), info(row))),
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
        row -> of(byRun, row).add(new Tag(row.text(2), row.text(3))));
  }

  private static <T> List<T> of(Map<Long, List<T>> byRun, Row row) throws SQLException {
    return byRun.computeIfAbsent(row.number(1), _ -> new ArrayList<>());
  }

  private static Metric metric(Row row) throws SQLException {
    return new Metric(row.text(2), row.decimal(3), row.number(4), row.number(5));
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

  static RunInfo info(Row row) throws SQLException {
    var runId = row.text("run_id");
    return new RunInfo(
        runId,
        runId,
        row.text("name"),
        row.text("experiment"),
        row.text("user_id"),
        row.text("status"),
        row.number("start_time"),
        row.value(Long.class, "end_time"),
        row.text("artifact_uri"),
        row.text("lifecycle_stage"));
  }
}
