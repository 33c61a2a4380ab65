package io.drivetrain.pipeline.learning.report;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.log.AttemptService;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunOutputs;
import io.drivetrain.pipeline.engine.run.RunService;
import io.drivetrain.pipeline.engine.run.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs in the tables of the pipeline. */
@ApplicationScoped
class StoredRunSnapshots implements RunSnapshots {
  private final RunService runs;
  private final AttemptService attempts;
  private final DefinitionCatalog definitions;
  private final RunOutputs outputs;
  private final Database database;

  StoredRunSnapshots(
      RunService runs,
      AttemptService attempts,
      DefinitionCatalog definitions,
      RunOutputs outputs,
      Database database) {
    this.runs = runs;
    this.attempts = attempts;
    this.definitions = definitions;
    this.outputs = outputs;
    this.database = database;
  }

  @Override
  public RunSnapshot of(UUID runId) {
    Run run =
        runs.find(runId).orElseThrow(() -> PipelineException.notFound("run", runId.toString()));
    List<StepRun> steps = runs.steps(runId);
    return new RunSnapshot(
        now(), run, definition(run), steps, attempts(steps), outputs.of(run, steps));
  }

  private Map<String, List<Attempt>> attempts(List<StepRun> steps) {
    Map<String, List<Attempt>> byStep = new HashMap<>();
    for (StepRun step : steps) {
      if (step.outcome().attempt() > 0) {
        byStep.put(step.step(), attempts.list(step.runId(), step.step()));
      }
    }
    return byStep;
  }

  private Optional<PipelineDefinition> definition(Run run) {
    try {
      return Optional.of(definitions.version(run.definitionVersion()));
    } catch (DefinitionException unreadable) {
      return Optional.empty();
    }
  }

  private Instant now() {
    return database
        .find(row -> row.instant("now"), "select clock_timestamp() as now")
        .orElseThrow();
  }
}
