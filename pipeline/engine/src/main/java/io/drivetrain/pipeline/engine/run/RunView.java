package io.drivetrain.pipeline.engine.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.engine.step.StepReason;
import io.drivetrain.pipeline.engine.step.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as the API shows it.
 *
 * @param message why it waits or ended as it did
 * @param resumedFrom the run that it goes on from
 * @param links what its steps declare to show
 * @param mlflowRunId from the output of the step that began it in the registry
 * @param modelVersion from the output of the step that registered the model
 * @param dataHash SHA-256 of the data, from the output of the step that read it
 */
@JsonPropertyOrder({"id", "pipeline", "state", "reason", "message"})
public record RunView(
    UUID id,
    String pipeline,
    RunState state,
    Optional<StepReason> reason,
    Optional<String> message,
    RunTrigger trigger,
    Optional<Instant> logicalTime,
    Optional<UUID> resumedFrom,
    Map<String, Object> params,
    String note,
    RunLabels labels,
    String definitionVersion,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> mlflowRunId,
    Optional<String> modelVersion,
    Optional<String> dataHash,
    List<StepLink> links,
    List<StepView> steps) {
  private static final String WAITS =
      "Waits until the active run of this pipeline has ended. Runs start in the order in which they"
          + " were triggered.";

  /**
   * A step as the API shows it.
   *
   * @param label the name of its kind for people
   * @param needs the steps that it waits for
   * @param attempt 0 before the first try
   * @param progress what the step tells while it runs
   * @param approval what the step asks while it waits for a person
   * @param reusedFrom who did its work when it was not run again
   */
  public record StepView(
      String step,
      StepLabel label,
      List<String> needs,
      StepState state,
      Optional<StepReason> reason,
      Optional<String> message,
      int attempt,
      Optional<StepRun.StepProgress> progress,
      Optional<StepRun.StepApproval> approval,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Map<String, Object> output,
      Optional<StepRun.ReusedFrom> reusedFrom) {

    static StepView of(StepRun step, StepLabel label) {
      return new StepView(
          step.step(),
          label,
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

  static RunView of(Run run, List<StepRun> steps, RunOutputs outputs) {
    List<StepLink> links = outputs.of(run, steps).links();
    return new RunView(
        run.id(),
        run.pipeline(),
        run.state(),
        run.reason(),
        run.state() == RunState.QUEUED ? Optional.of(WAITS) : run.message(),
        run.trigger(),
        run.logicalTime(),
        run.resumedFrom(),
        run.parameters().values(),
        run.note(),
        run.labels(),
        run.definitionVersion(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt(),
        lifted(links, "mlflowRunId"),
        lifted(links, "modelVersion"),
        lifted(links, "dataHash"),
        links,
        steps.stream().map(step -> StepView.of(step, outputs.label(run, step))).toList());
  }

  private static Optional<String> lifted(List<StepLink> links, String name) {
    return links.stream().filter(link -> link.name().equals(name)).map(StepLink::value).findFirst();
  }
}
