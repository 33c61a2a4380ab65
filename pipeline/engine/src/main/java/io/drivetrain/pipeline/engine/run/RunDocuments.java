package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Draws up the documents of runs from the rows of the database. */
@ApplicationScoped
class RunDocuments {
  private static final String QUEUED =
      "Waits until the active run of this pipeline has ended. Runs start in the order in which they"
          + " were triggered.";

  private static final String REMOVED =
      " The file of the pipeline was removed since: the run still starts, with the definition that"
          + " it was triggered with. Cancel it if it is not wanted any more.";

  private final RunOutputs outputs;
  private final DefinitionCatalog definitions;

  RunDocuments(RunOutputs outputs, DefinitionCatalog definitions) {
    this.outputs = outputs;
    this.definitions = definitions;
  }

  /**
   * @param steps of the run, in their order
   */
  RunDetails details(Run run, List<StepRun> steps) {
    return new RunDetails(
        run.id(),
        run.pipeline(),
        run.state(),
        run.reason(),
        run.state() == RunState.QUEUED ? Optional.of(queued(run)) : run.message(),
        run.trigger(),
        run.logicalTime(),
        run.resumedFrom(),
        run.parameters().values(),
        run.note(),
        run.labels().values(),
        run.definitionVersion(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt(),
        outputs.of(run, steps).links(),
        steps.stream().map(step -> details(run, step)).toList());
  }

  private String queued(Run run) {
    return definitions.find(run.pipeline()).isEmpty() ? QUEUED + REMOVED : QUEUED;
  }

  private StepDetails details(Run run, StepRun step) {
    return new StepDetails(
        step.step(),
        outputs.label(run, step),
        step.needs(),
        step.outcome().state(),
        Optional.ofNullable(step.outcome().reason()),
        Optional.ofNullable(step.outcome().message()),
        step.outcome().attempt(),
        step.progress(),
        step.approval(),
        Optional.ofNullable(step.outcome().startedAt()),
        Optional.ofNullable(step.outcome().endedAt()),
        step.output(),
        step.reusedFrom());
  }
}
