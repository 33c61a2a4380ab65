package io.drivetrain.registry.run;

import io.drivetrain.database.Database.Query;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.run.RunInputs.ModelInput;
import io.drivetrain.registry.run.RunOutputs.ModelOutput;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models that some runs read and made, read by a query that goes along with others. */
final class CollectedModels {
  private final Map<Long, List<ModelInput>> inputs = new HashMap<>();
  private final Map<Long, List<ModelOutput>> outputs = new HashMap<>();

  /**
   * @param which the condition on a run's number
   */
  Query query(Sql which) {
    return new Query(
        Sql.of("select run, direction, model_id, step from run_model where run")
            .then(which)
            .then("order by run, model_id"),
        this::add);
  }

  private boolean add(Row row) throws SQLException {
    long run = row.number(1);
    var modelId = row.text(3);
    return row.text(2).equals("INPUT")
        ? inputs.computeIfAbsent(run, _ -> new ArrayList<>()).add(new ModelInput(modelId))
        : outputs
            .computeIfAbsent(run, _ -> new ArrayList<>())
            .add(new ModelOutput(modelId, row.number(4)));
  }

  List<ModelInput> inputsOf(long run) {
    return inputs.getOrDefault(run, List.of());
  }

  List<ModelOutput> outputsOf(long run) {
    return outputs.getOrDefault(run, List.of());
  }
}
