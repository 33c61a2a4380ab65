package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunPreview.Admission;
import io.drivetrain.pipeline.api.run.RunPreview.Plan;
import io.drivetrain.pipeline.api.run.RunPreview.StepPreview;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Draws up what a run would be if it were made now. */
final class RunPreviews {
  private RunPreviews() {}

  /**
   * @param unfinished the run of the pipeline that was triggered first of those that have not ended
   */
  static RunPreview of(NewRun run, Optional<UUID> unfinished) {
    PipelineDefinition definition = run.definition();
    return new RunPreview(
        definition.id(),
        definition.version(),
        run.parameters().values(),
        unfinished.map(other -> behindAnother(definition)).orElse(Admission.START),
        unfinished,
        run.resumption().map(Resumption::from),
        definition.steps().stream().map(step -> step(step, run.resumption())).toList());
  }

  private static StepPreview step(StepSpec step, Optional<Resumption> resumption) {
    Optional<String> because = resumption.map(one -> one.because().get(step.id()));
    return new StepPreview(
        step.id(),
        step.kind(),
        step.needs(),
        Optional.ofNullable(step.timeout()).map(Duration::toString),
        step.retries(),
        resumption.map(one -> because.isPresent() ? Plan.RUN : Plan.REUSE),
        because);
  }

  private static Admission behindAnother(PipelineDefinition definition) {
    return switch (definition.concurrency()) {
      case QUEUE -> Admission.QUEUE;
      case REJECT -> Admission.REJECT;
      case REPLACE -> Admission.REPLACE;
    };
  }
}
