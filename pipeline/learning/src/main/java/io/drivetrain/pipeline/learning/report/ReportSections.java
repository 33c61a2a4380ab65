package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.api.evaluation.EvaluationGates;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.gate.GoldenResults;
import io.drivetrain.pipeline.api.promotion.StageGates;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.report.DataReport;
import io.drivetrain.pipeline.api.report.FeatureShare;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.MissingArtifact;
import io.drivetrain.pipeline.api.report.SliceReport;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the steps left in a run's record, as its report shows it. */
final class ReportSections {
  /** Stages after the evaluation that have gates, in the order of the pipeline. */
  private static final List<String> STAGES = List.of("validation", "deployment");

  private final RunArtifacts files;
  private final Optional<EvaluationGates> evaluation;
  private final List<GateReport> gates = new ArrayList<>();

  ReportSections(RunArtifacts files) {
    this.files = files;
    this.evaluation = files.json("evaluation/gates.json", EvaluationGates.class);
    evaluation.ifPresent(file -> add("evaluation", file.gates()));
    for (String stage : STAGES) {
      files
          .json(stage + "/gates.json", StageGates.class)
          .ifPresent(file -> add(stage, file.gates()));
    }
  }

  private void add(String stage, List<GateResult> results) {
    results.forEach(gate -> gates.add(GateReport.of(stage, gate)));
  }

  /**
   * The file of data: the numbers as the steps told them, and each expectation.
   *
   * @param outputs of the steps
   */
  Optional<DataReport> data(StepOutputs outputs) {
    Optional<QualityResult> checked = outputs.find(QualityResult.class);
    Optional<QualityFile> quality = files.json("quality_report.json", QualityFile.class);
    Optional<String> file =
        checked.flatMap(QualityResult::data).or(() -> quality.map(QualityFile::data));
    return file.map(name ->
        new DataReport(
            name,
            checked.flatMap(QualityResult::dataHash),
            checked.flatMap(QualityResult::rows),
            checked.flatMap(QualityResult::unreadable),
            quality.flatMap(QualityFile::profile).flatMap(ReadFile::lines),
            quality.flatMap(QualityFile::profile).map(ReadFile::notes).orElse(List.of()),
            checked.flatMap(QualityResult::dropped).orElse(Map.of()),
            checked.flatMap(QualityResult::train),
            checked.flatMap(QualityResult::test),
            quality.map(QualityFile::reason).orElse(""),
            quality.map(QualityFile::findings).orElse(List.of())));
  }

  /** Every gate that was asked; without the registry as far as the steps told of them. */
  List<GateReport> gates(RunSnapshot account) {
    return gates.isEmpty() ? toldGates(account) : List.copyOf(gates);
  }

  /** The gates of the evaluation, with the champion's metrics. */
  Optional<EvaluationGates> evaluation() {
    return evaluation;
  }

  List<SliceReport> slices() {
    List<SliceReport> slices = new ArrayList<>();
    for (GateReport gate : gates) {
      if (gate.details() instanceof GateDetails.Slices parts) {
        parts.slices().forEach(slice -> slices.add(SliceReport.of(parts.by(), slice)));
      }
    }
    return slices;
  }

  List<GoldenResult> golden() {
    return files
        .json("validation/golden.json", GoldenResults.class)
        .map(GoldenResults::records)
        .orElse(List.of());
  }

  List<FeatureShare> importance() {
    return files.csv("evaluation/feature_importance.csv").stream()
        .map(row ->
            new FeatureShare(
                row.get("feature"),
                Double.parseDouble(row.get("mean_absolute_shap")),
                Double.parseDouble(row.get("share"))))
        .toList();
  }

  PredictedRows predicted() {
    return PredictedRows.of(files.csv("evaluation/predictions.csv"));
  }

  /** Where the model of the run comes from, as its bundle says it. */
  Optional<JsonNode> provenance(StepOutputs outputs) {
    return RunResults.modelRoot(outputs)
        .flatMap(root -> files.json(root, "provenance.json", JsonNode.class));
  }

  List<MissingArtifact> unread() {
    return files.unread();
  }

  private static List<GateReport> toldGates(RunSnapshot account) {
    List<GateReport> gates = new ArrayList<>();
    for (StepRun step : account.steps()) {
      for (JsonNode gate : step.output().fields().path("gates")) {
        gates.add(told(step, gate));
      }
    }
    return gates;
  }

  /** A step that passed although a gate failed was only warned. */
  private static GateReport told(StepRun step, JsonNode gate) {
    boolean passed = gate.path("passed").asBoolean();
    boolean wentOn = step.outcome().state() != StepState.REJECTED;
    return new GateReport(
        step.step(),
        gate.path("gate").asText(),
        !passed && wentOn ? Optional.of(Severity.WARN) : Optional.empty(),
        passed,
        gate.path("comparison").asText(),
        new GateDetails.None());
  }

  /** What the report shows of the file {@code quality_report.json}. */
  private record QualityFile(
      String data, String reason, Optional<ReadFile> profile, List<Finding> findings) {
    private QualityFile {
      reason = Objects.requireNonNullElse(reason, "");
      findings = findings == null ? List.of() : List.copyOf(findings);
    }
  }

  /** How the file was read. A file of before the lines were counted has none. */
  private record ReadFile(Optional<LineCounts> lines, List<String> notes) {
    private ReadFile {
      notes = notes == null ? List.of() : List.copyOf(notes);
    }
  }
}
