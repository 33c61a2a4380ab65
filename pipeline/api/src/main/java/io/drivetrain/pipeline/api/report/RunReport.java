package io.drivetrain.pipeline.api.report;

import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened in a run, for a person who decides whether to trust its model. The file {@code
 * pipeline_report.json}; what a run does not have, or not yet, is null or an empty list.
 *
 * @param label of the pipeline, for people
 * @param outcome the state of the run; in the file that the run itself writes the one that it ends
 *     in
 * @param settled whether that can still change
 * @param summary one sentence that says it all
 * @param reason of the state, where it does not say it alone
 * @param message for people
 * @param resumedFrom the run that this one resumes
 * @param queuedSeconds how long it waited for its turn
 * @param reportedAt when this was written
 * @param mlflowRunId of its tracking run
 * @param facts the outputs of the steps, by step
 * @param unread what belongs here and could not be read
 */
public record RunReport(
    String pipeline,
    String label,
    UUID runId,
    RunState outcome,
    boolean settled,
    String summary,
    Optional<StepReason> reason,
    Optional<String> message,
    RunTrigger trigger,
    Optional<Instant> logicalTime,
    Optional<UUID> resumedFrom,
    Map<String, Object> parameters,
    String note,
    Map<String, String> labels,
    String definitionVersion,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Double> queuedSeconds,
    Instant reportedAt,
    Optional<String> mlflowRunId,
    List<StepReport> steps,
    Map<String, StepDocument> facts,
    Optional<DataReport> data,
    List<GateReport> gates,
    Optional<Comparison> comparison,
    List<GoldenResult> golden,
    Optional<HoldOutReport> holdOut,
    List<FeatureShare> importance,
    Optional<ModelCard> card,
    List<MissingArtifact> unread) {

  public RunReport {
    parameters = Absent.orCopy(parameters);
    labels = Absent.orCopy(labels);
    steps = Absent.orCopy(steps);
    facts = Absent.orCopy(facts);
    gates = Absent.orCopy(gates);
    golden = Absent.orCopy(golden);
    importance = Absent.orCopy(importance);
    unread = Absent.orCopy(unread);
  }
}
