package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.api.promotion.VersionedResult;
import io.drivetrain.pipeline.api.report.Comparison;
import io.drivetrain.pipeline.api.report.DataReport;
import io.drivetrain.pipeline.api.report.GateReport;
import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.learning.data.definition.FeatureSpec;
import io.drivetrain.pipeline.learning.data.definition.TargetSpec;
import io.drivetrain.pipeline.learning.html.NumberText;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Draws up the card of a model from what its run knows and what its definition says. */
final class ModelCards {
  private final PipelineDefinition definition;
  private final CardSpec said;
  private final RunSnapshot account;

  ModelCards(PipelineDefinition definition, RunSnapshot account) {
    this.definition = definition;
    this.said = definition.find(CardSpec.SECTION).orElseGet(CardSpec::empty);
    this.account = account;
  }

  /**
   * @param provenance from the model's bundle
   * @param seed of the training, as the record has it
   */
  ModelCard card(
      JsonNode provenance,
      Optional<String> seed,
      Optional<DataReport> data,
      Comparison measured,
      List<GateReport> gates) {
    return new ModelCard(
        definition.find(ModelSpec.SECTION).map(ModelSpec::name).orElse(definition.id()),
        details(provenance),
        said.intendedUse(),
        said.outOfScope(),
        said.factors(),
        features(),
        measured.metrics(),
        evaluationData(provenance, data),
        trainingData(provenance),
        measured.slices(),
        said.ethics(),
        caveats(gates),
        lineage(provenance, seed));
  }

  private Map<String, String> details(JsonNode provenance) {
    Map<String, String> details = new LinkedHashMap<>();
    account
        .outputs()
        .find(VersionedResult.class, VersionedResult::modelVersion)
        .ifPresent(version -> details.put("Version", version));
    definition
        .find(TargetSpec.SECTION)
        .ifPresent(target -> details.put("Predicts", withUnit(target.name(), target.unit())));
    details.put("Kind", text(provenance, "algorithm").replace('_', ' '));
    details.put("Trained", NumberText.ENGLISH.time(Instant.parse(text(provenance, "finishedAt"))));
    details.put("Pipeline", definition.id());
    put(details, "Owner", said.owner());
    put(details, "Licence", said.licence());
    return details;
  }

  private List<String> features() {
    return definition.find(FeatureSpec.SECTION).orElse(List.of()).stream()
        .map(feature -> withUnit(feature.name(), feature.unit()))
        .toList();
  }

  private List<String> evaluationData(JsonNode provenance, Optional<DataReport> data) {
    JsonNode rows = provenance.path("rows");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s rows of the same file that the training did not see. The side of a row follows from its content and the split seed %s."
            .formatted(
                NumberText.ENGLISH.count(rows.path("test").asLong()),
                text(provenance, "splitSeed")));
    data.filter(one -> one.findings().stream().anyMatch(finding -> !finding.passed()))
        .ifPresent(one ->
            sentences.add(
                "%d of %d expectations of the data were not met."
                    .formatted(
                        one.findings().stream().filter(finding -> !finding.passed()).count(),
                        one.findings().size())));
    return sentences;
  }

  private List<String> trainingData(JsonNode provenance) {
    JsonNode rows = provenance.path("rows");
    StringJoiner dropped = new StringJoiner(", ");
    rows.path("dropped")
        .properties()
        .forEach(reason ->
            dropped.add(
                reason.getKey() + " " + NumberText.ENGLISH.count(reason.getValue().asLong())));
    List<String> sentences = new ArrayList<>();
    if (!said.data().isEmpty()) {
      sentences.add(said.data());
    }
    sentences.add(
        "This model learned from %s: %s rows read, %s of them learned from. Left out: %s."
            .formatted(
                text(provenance, "dataSource"),
                NumberText.ENGLISH.count(rows.path("read").asLong()),
                NumberText.ENGLISH.count(rows.path("train").asLong()),
                dropped.length() == 0 ? "none" : dropped.toString()));
    return sentences;
  }

  private List<String> caveats(List<GateReport> gates) {
    List<String> caveats = new ArrayList<>(said.limitations());
    gates.stream()
        .filter(gate -> !gate.passed())
        .map(gate -> "Gate %s failed: %s.".formatted(gate.gate(), gate.comparison()))
        .forEach(caveats::add);
    return caveats;
  }

  private Map<String, String> lineage(JsonNode provenance, Optional<String> seed) {
    Map<String, String> lineage = new LinkedHashMap<>();
    lineage.put("Data", text(provenance, "dataSource"));
    lineage.put("SHA-256 of the data", text(provenance, "dataHash"));
    lineage.put("SHA-256 of the definition", definition.version());
    lineage.put("Pipeline run", account.run().id().toString());
    account
        .outputs()
        .find(TrackedResult.class, TrackedResult::mlflowRunId)
        .ifPresent(run -> lineage.put("Run in the registry", run));
    lineage.put("Split seed", text(provenance, "splitSeed"));
    seed.ifPresent(value -> lineage.put("Training seed", value));
    provenance
        .path("parameters")
        .properties()
        .forEach(one -> lineage.put("Parameter " + one.getKey(), one.getValue().asText()));
    JsonNode library = provenance.path("library");
    lineage.put("Library", text(library, "name") + " " + text(library, "version"));
    lineage.put("Java", text(provenance, "jdk"));
    String commit = text(provenance, "commit");
    put(lineage, "Commit of the software", commit.equals("unknown") ? "" : commit);
    return lineage;
  }

  private static void put(Map<String, String> texts, String name, String text) {
    if (!text.isEmpty()) {
      texts.put(name, text);
    }
  }

  private static String withUnit(String name, String unit) {
    return unit == null || unit.isEmpty() ? name : "%s (%s)".formatted(name, unit);
  }

  private static String text(JsonNode object, String key) {
    return object.path(key).asText("");
  }
}
