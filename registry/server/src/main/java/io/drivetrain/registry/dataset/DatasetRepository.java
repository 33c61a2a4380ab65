package io.drivetrain.registry.dataset;

import io.drivetrain.database.Database;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** By plain JDBC: pages of runs bring the inputs of hundreds of runs along. */
@ApplicationScoped
class DatasetRepository {
  private final Database database;

  DatasetRepository(Database database) {
    this.database = database;
  }

  /** The first schema and profile of a dataset stay; an input that is there gains no copy. */
  void addInput(long experiment, long run, DatasetInput input) {
    var dataset = input.dataset();
    database.update(
        """
        insert into dataset (experiment, name, digest, source_type, source, schema, profile)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        experiment,
        dataset.name(),
        dataset.digest(),
        dataset.sourceType(),
        dataset.source(),
        dataset.schema(),
        dataset.profile());
    var tags = Tag.mapOf(input.tags());
    database.update(
        """
        with used as (
          select id from dataset where experiment = ? and name = ? and digest = ?),
        added as (
          insert into run_dataset (run, dataset) select ?, id from used on conflict do nothing
          returning dataset)
        insert into run_dataset_tag (run, dataset, key, value)
        select ?, dataset, key, value
        from added, unnest(?::text[], ?::text[]) as tag (key, value)
        """,
        experiment,
        dataset.name(),
        dataset.digest(),
        run,
        run,
        tags.keySet().toArray(String[]::new),
        tags.values().toArray(String[]::new));
  }

  List<DatasetSummary> summaries(List<Long> experiments, int limit) {
    return database.query(
        row ->
            new DatasetSummary(
                row.text("experiment"), row.text("name"), row.text("digest"), row.text("context")),
        """
        select distinct d.experiment, d.name, d.digest, t.value as context
        from dataset d
        left join run_dataset_tag t on t.dataset = d.id and t.key = 'mlflow.data.context'
        where d.experiment = any (?)
        order by d.experiment, d.name, d.digest, context
        limit ?
        """,
        experiments.toArray(Long[]::new),
        limit);
  }
}
