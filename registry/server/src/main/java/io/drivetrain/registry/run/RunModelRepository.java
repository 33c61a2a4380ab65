package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import io.drivetrain.registry.run.RunInputs.ModelInput;
import io.drivetrain.registry.run.RunOutputs.ModelOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notes which models runs read and made, by plain JDBC. */
@ApplicationScoped
class RunModelRepository {
  private final Database database;

  RunModelRepository(Database database) {
    this.database = database;
  }

  void addInputs(long run, List<ModelInput> models) {
    database.update(
        """
        insert into run_model (run, direction, model_id)
        select ?, 'INPUT', model_id from unnest(?::text[]) as new (model_id)
        on conflict do nothing
        """,
        run,
        models.stream().map(ModelInput::modelId).distinct().sorted().toArray(String[]::new));
  }

  /** A model that is named again keeps its newest step. */
  void addOutputs(long run, List<ModelOutput> models) {
    models.stream()
        .sorted((a, b) -> a.modelId().compareTo(b.modelId()))
        .forEach(model ->
            database.update(
                """
                insert into run_model (run, direction, model_id, step)
                values (?, 'OUTPUT', ?, ?)
                on conflict (run, direction, model_id) do update set step = excluded.step
                """,
                run,
                model.modelId(),
                model.step()));
  }
}
