package io.drivetrain.registry.dataset;

import io.drivetrain.database.Database.Query;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.protocol.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of some runs, read by a query that goes to the database along with others. */
public final class CollectedInputs {
  private final Map<Long, Map<Dataset, List<Tag>>> byRun = new LinkedHashMap<>();

  /**
   * @param which the condition on a run's number
   */
  public Query query(Sql which) {
    return new Query(
        Sql.of(
                """
                select i.run, d.name, d.digest, d.source_type, d.source, d.schema, d.profile,
                  t.key, t.value
                from run_dataset i
                join dataset d on d.id = i.dataset
                left join run_dataset_tag t on t.run = i.run and t.dataset = i.dataset
                where i.run
                """)
            .then(which)
            .then("order by i.run, d.id, t.key"),
        this::add);
  }

  private boolean add(Row row) throws SQLException {
    var dataset =
        new Dataset(row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7));
    var tags =
        byRun
            .computeIfAbsent(row.number(1), _ -> new LinkedHashMap<>())
            .computeIfAbsent(dataset, _ -> new ArrayList<>());
    var key = row.text(8);
    return key != null && tags.add(new Tag(key, row.text(9)));
  }

  public List<DatasetInput> of(long run) {
    return byRun.getOrDefault(run, Map.of()).entrySet().stream()
        .map(input -> new DatasetInput(input.getValue(), input.getKey()))
        .toList();
  }
}
