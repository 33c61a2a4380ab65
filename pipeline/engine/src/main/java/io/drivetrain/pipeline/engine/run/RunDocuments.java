package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.StepDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Draws up the documents of runs from the rows of the database. */
@ApplicationScoped
class RunDocuments {
  private static final String QUEUED =
      "Waits until the active run of this pipeline has ended. Runs start in the order in which they"
          + " were triggered.";

  private final RunOutputs outputs;

  RunDocuments(RunOutputs outputs) {
    this.outputs = outputs;
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
        run.state() == RunState.QUEUED ? Optional.of(QUEUED) : run.message(),
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
