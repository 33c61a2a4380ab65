package io.drivetrain.webui.client;

import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened in a run: the JSON of its report. What a run does not have, or not yet, is empty.
 *
 * @param label of the pipeline
 * @param outcome the state of the run
 * @param settled whether the outcome is final
 * @param summary one sentence, in English
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
    String note,
    String definitionVersion,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Instant reportedAt,
    Optional<String> mlflowRunId,
    List<StepTime> steps,
    Map<String, Map<String, Object>> facts,
    Optional<Data> data,
    List<Gate> gates,
    Optional<Comparison> comparison,
    List<GoldenResult> golden,
    Optional<HoldOut> holdOut,
    List<Importance> importance,
    Optional<Card> card,
    List<Unread> unread) {

  public RunReport {
    steps = listOf(steps);
    facts = mapOf(facts);
    gates = listOf(gates);
    golden = listOf(golden);
    importance = listOf(importance);
    unread = listOf(unread);
  }

  /**
   * @param kind what the step does
   * @param seconds from its start to its end
   * @param waitedSeconds between being ready and its first attempt
   */
  public record StepTime(
      String step,
      String kind,
      StepState state,
      Optional<String> message,
      int attempt,
      Optional<Instant> readyAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Optional<Double> seconds,
      Optional<Double> waitedSeconds) {}

  /**
   * @param hash SHA-256 of the file
   * @param rows below the header, repeated ones included
   * @param dropped rows that were not used, by reason
   * @param train rows of the training part
   * @param test rows of the hold-out
   * @param refusal why the file was not accepted; "" when it was
   */
  public record Data(
      String file,
      Optional<String> hash,
      Optional<Long> rows,
      Optional<Long> unreadable,
      Map<String, Long> dropped,
      Optional<Long> train,
      Optional<Long> test,
      String refusal,
      List<Finding> findings) {
    public Data {
      dropped = mapOf(dropped);
      findings = listOf(findings);
    }
  }

  /**
   * @param column "" when it is about the file
   * @param severity error or warn
   */
  public record Finding(
      String expectation,
      String column,
      String severity,
      boolean passed,
      String expected,
      String observed,
      long failing) {}

  /**
   * @param asked the stage: evaluation, validation, deployment
   * @param severity error or warn
   * @param comparison the measured value and the bound, as a sentence
   * @param details the numbers that were compared
   */
  public record Gate(
      String asked,
      String gate,
      String severity,
      boolean passed,
      String comparison,
      GateDetails details) {
    public Gate {
      details = Objects.requireNonNullElseGet(details, GateDetails.None::new);
    }
  }

  /**
   * @param challenger version of the model of this run; "" when it never became one
   * @param champion version that was in production; "" for none
   */
  public record Comparison(
      String challenger,
      String champion,
      String unit,
      List<Metric> metrics,
      List<Slice> slices,
      List<String> notes) {
    public Comparison {
      metrics = listOf(metrics);
      slices = listOf(slices);
      notes = listOf(notes);
    }
  }

  /**
   * @param unit the target's, share (of 1), standard deviations, or ""
   * @param difference challenger minus champion
   * @param better whether the difference is an improvement
   */
  public record Metric(
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
   * @param errorShare the mean absolute error as a share of the mean actual value
   * @param biasShare the mean error as a share of the mean actual value
   * @param problem "" when the slice passes
   */
  public record Slice(
      String by,
      String slice,
      long rows,
      double meanAbsoluteError,
      double errorShare,
      double biasShare,
      Optional<Double> championMeanAbsoluteError,
      String problem) {}

  /** Shares are of 1 and of the rows. */
  public record HoldOut(
      String unit,
      long count,
      double meanError,
      double withinTenPercent,
      double withinTwentyPercent,
      double insideInterval) {}

  /**
   * @param meanAbsoluteShap how far the feature moves a prediction on average, in the target's unit
   * @param share of all features together, of 1
   */
  public record Importance(String feature, double meanAbsoluteShap, double share) {}

  /** The model card under the headings of Mitchell and others, 2019. */
  public record Card(
      String title,
      Map<String, String> details,
      String intendedUse,
      List<String> outOfScope,
      String factors,
      List<String> features,
      List<String> evaluationData,
      List<String> trainingData,
      String ethics,
      List<String> caveats,
      Map<String, String> lineage) {
    public Card {
      details = mapOf(details);
      outOfScope = listOf(outOfScope);
      features = listOf(features);
      evaluationData = listOf(evaluationData);
      trainingData = listOf(trainingData);
      caveats = listOf(caveats);
      lineage = mapOf(lineage);
    }
  }

  public record Unread(String what, String why) {}

  private static <T> List<T> listOf(List<T> read) {
    return read == null ? List.of() : List.copyOf(read);
  }

  private static <V> Map<String, V> mapOf(Map<String, V> read) {
    return read == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(read));
  }
}
