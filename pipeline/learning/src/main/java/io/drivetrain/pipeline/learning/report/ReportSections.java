package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.learning.report.RunReport.DataReport;
import io.drivetrain.pipeline.learning.report.RunReport.FeatureShare;
import io.drivetrain.pipeline.learning.report.RunReport.FindingReport;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import io.drivetrain.pipeline.learning.report.RunReport.GoldenReport;
import io.drivetrain.pipeline.learning.report.RunReport.SliceReport;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps left in a run's record, as its report shows it. */
final class ReportSections {
  /** Where gates are asked, in the order of the pipeline; each has its {@code gates.json}. */
  private static final List<String> ASKED = List.of("evaluation", "validation", "deployment");

  private final RunArtifacts files;
  private final Map<String, JsonNode> gateFiles = new LinkedHashMap<>();

  ReportSections(RunArtifacts files) {
    this.files = files;
    for (String asked : ASKED) {
      files.json(asked + "/gates.json").ifPresent(file -> gateFiles.put(asked, file));
    }
  }

  /**
   * The file of data: the numbers as the steps told them, and each expectation.
   *
   * @param outputs of the steps
   */
  Optional<DataReport> data(StepOutputs outputs) {
    Optional<QualityResult> checked = outputs.find(QualityResult.class);
    Optional<JsonNode> quality = files.json("quality_report.json");
    Optional<String> file =
        checked.flatMap(QualityResult::data).or(() -> quality.map(one -> text(one, "data")));
    return file.map(name ->
        new DataReport(
            name,
            checked.flatMap(QualityResult::dataHash),
            checked.flatMap(QualityResult::rows),
            checked.flatMap(QualityResult::unreadable),
            checked.flatMap(QualityResult::dropped).orElse(Map.of()),
            checked.flatMap(QualityResult::train),
            checked.flatMap(QualityResult::test),
            quality.map(one -> text(one, "reason")).orElse(""),
            quality.map(ReportSections::findings).orElse(List.of())));
  }

  /** Every gate that was asked; without the registry as far as the steps told of them. */
  List<GateReport> gates(RunSnapshot account) {
    List<GateReport> gates = new ArrayList<>();
    gateFiles.forEach((asked, file) ->
        file.path("gates")
            .forEach(gate ->
                gates.add(
                    new GateReport(
                        asked,
                        text(gate, "gate"),
                        text(gate, "severity"),
                        gate.path("passed").asBoolean(),
                        text(gate, "comparison"),
                        gate.path("details")))));
    return gates.isEmpty() ? toldGates(account) : gates;
  }

  /** The file with the champion's metrics. */
  Optional<JsonNode> evaluation() {
    return Optional.ofNullable(gateFiles.get("evaluation"));
  }

  List<SliceReport> slices() {
    List<SliceReport> slices = new ArrayList<>();
    evaluation()
        .ifPresent(file ->
            file.path("gates")
                .forEach(gate -> {
                  JsonNode details = gate.path("details");
                  details
                      .path("slices")
                      .forEach(slice -> slices.add(slice(text(details, "by"), slice)));
                }));
    return slices;
  }

  List<GoldenReport> golden() {
    List<GoldenReport> records = new ArrayList<>();
    files
        .json("validation/golden.json")
        .ifPresent(file ->
            file.path("records")
                .forEach(record ->
                    records.add(
                        new GoldenReport(
                            text(record, "name"),
                            record.path("min").asDouble(),
                            record.path("max").asDouble(),
                            decimal(record.path("value")),
                            record.path("passed").asBoolean(),
                            text(record, "problem")))));
    return records;
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

  Optional<HoldOutReport> holdOut(String unit) {
    return HoldOutReport.of(files.csv("evaluation/predictions.csv"), unit);
  }

  /** Where the model of the run comes from, as its bundle says it. */
  Optional<JsonNode> provenance(StepOutputs outputs) {
    return files.json(RunResults.modelPath(outputs) + "/provenance.json");
  }

  List<MissingArtifact> unread() {
    return files.unread();
  }

  private static List<FindingReport> findings(JsonNode quality) {
    List<FindingReport> findings = new ArrayList<>();
    quality
        .path("findings")
        .forEach(finding ->
            findings.add(
                new FindingReport(
                    text(finding, "expectation"),
                    text(finding, "column"),
                    text(finding, "severity"),
                    finding.path("passed").asBoolean(),
                    text(finding, "expected"),
                    text(finding, "observed"),
                    finding.path("failing").asLong())));
    return findings;
  }

  private static SliceReport slice(String by, JsonNode slice) {
    return new SliceReport(
        by,
        text(slice, "slice"),
        slice.path("rows").asLong(),
        slice.path("meanAbsoluteError").asDouble(),
        slice.path("errorShare").asDouble(),
        slice.path("biasShare").asDouble(),
        decimal(slice.path("championMeanAbsoluteError")),
        text(slice, "problem"));
  }

  private static List<GateReport> toldGates(RunSnapshot account) {
    List<GateReport> gates = new ArrayList<>();
    for (StepRun step : account.steps()) {
      if (step.output().get("gates") instanceof List<?> told) {
        told.stream()
            .filter(Map.class::isInstance)
            .map(Map.class::cast)
            .forEach(gate -> gates.add(told(step, gate)));
      }
    }
    return gates;
  }

  /** A step that went on in spite of a no was only warned. */
  private static GateReport told(StepRun step, Map<?, ?> gate) {
    boolean passed = Boolean.TRUE.equals(gate.get("passed"));
    boolean wentOn = step.outcome().state() != StepState.REJECTED;
    return new GateReport(
        step.step(),
        String.valueOf(gate.get("gate")),
        !passed && wentOn ? "warn" : "",
        passed,
        String.valueOf(gate.get("comparison")),
        JsonNodeFactory.instance.objectNode());
  }

  private static Optional<Double> decimal(JsonNode value) {
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  private static String text(JsonNode object, String key) {
    return object.hasNonNull(key) ? object.path(key).asText() : "";
  }
}
