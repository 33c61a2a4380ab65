package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.gate.SliceVerdict;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.step.StepReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param resumedFrom the run that this one goes on from
 * @param queuedSeconds how long it waited for its turn
 * @param reportedAt when this was written
 * @param mlflowRunId of its record in the registry
 * @param facts what the steps told, by step
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
    Map<String, Map<String, Object>> facts,
    Optional<DataReport> data,
    List<GateReport> gates,
    Optional<Comparison> comparison,
    List<GoldenResult> golden,
    Optional<HoldOutReport> holdOut,
    List<FeatureShare> importance,
    Optional<ModelCard> card,
    List<MissingArtifact> unread) {

  /**
   * What was read. What a step did not tell is empty.
   *
   * @param file below the data folder
   * @param hash SHA-256 of the file
   * @param rows below the header, repeated ones included
   * @param unreadable lines that are no rows
   * @param dropped rows that were not learned from, by reason
   * @param train rows of the training part
   * @param test rows of the hold-out
   * @param refusal why the file was not accepted; "" when it was
   * @param findings what came of each expectation
   */
  public record DataReport(
      String file,
      Optional<String> hash,
      Optional<Long> rows,
      Optional<Long> unreadable,
      Map<String, Long> dropped,
      Optional<Long> train,
      Optional<Long> test,
      String refusal,
      List<FindingReport> findings) {}

  /**
   * @param column "" when it is about the file
   * @param severity error or warn
   */
  public record FindingReport(
      String expectation,
      String column,
      String severity,
      boolean passed,
      String expected,
      String observed,
      long failing) {
    public FindingReport {
      column = Objects.requireNonNullElse(column, "");
    }
  }

  /**
   * What one gate said.
   *
   * @param asked where: evaluation, validation, deployment
   * @param severity error or warn; "" when only the summary of the step is known
   * @param comparison one sentence: what was measured and what was asked
   * @param details the numbers that were compared
   */
  public record GateReport(
      String asked,
      String gate,
      String severity,
      boolean passed,
      String comparison,
      GateDetails details) {

    static GateReport of(String stage, GateResult result) {
      return new GateReport(
          stage,
          result.gate(),
          result.severity() == null ? "" : result.severity().key(),
          result.passed(),
          result.comparison(),
          result.details());
    }

    @JsonIgnore
    public boolean isWarning() {
      return severity.equals("warn");
    }
  }

  /**
   * The model of this run and the one in production, on the same rows of the same hold-out.
   *
   * @param challenger version of the model of this run; "" when it never became one
   * @param champion version that was in production; "" for none
   * @param notes what a reader should know of it
   */
  public record Comparison(
      String challenger,
      String champion,
      String unit,
      List<MetricReport> metrics,
      List<SliceReport> slices,
      List<String> notes) {}

  /**
   * @param metric its name in the registry
   * @param unit of the values: the target's, share (of 1), standard deviations, or ""
   * @param champion empty when it was not compared
   * @param difference challenger less champion
   * @param better whether the difference is an improvement; empty when there is no saying
   */
  public record MetricReport(
      String metric,
      String label,
      String unit,
      double challenger,
      Optional<Double> champion,
      Optional<Double> difference,
      Optional<Boolean> better) {}

  /**
   * A part of the hold-out.
   *
   * @param by the feature that parts it
   * @param meanAbsoluteError in the target's unit
   * @param errorShare the same as a share of the mean actual value
   * @param biasShare how much is predicted too much on average, as a share of the mean actual value
   * @param championMeanAbsoluteError empty when it was not compared
   * @param problem "" when the slice holds
   */
  public record SliceReport(
      String by,
      String slice,
      long rows,
      double meanAbsoluteError,
      double errorShare,
      double biasShare,
      Optional<Double> championMeanAbsoluteError,
      String problem) {

    static SliceReport of(String by, SliceVerdict slice) {
      return new SliceReport(
          by,
          slice.slice(),
          slice.rows(),
          slice.meanAbsoluteError(),
          slice.errorShare(),
          slice.biasShare(),
          slice.championMeanAbsoluteError(),
          slice.problem());
    }
  }

  /**
   * @param meanAbsoluteShap how far the feature moves a prediction on average, in the target's unit
   * @param share of all features together, of 1
   */
  public record FeatureShare(String feature, double meanAbsoluteShap, double share) {}
}
