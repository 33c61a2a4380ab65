package io.drivetrain.pipeline.evaluation;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.pipeline.definition.DefinitionException;
import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.feature.Example;
import io.drivetrain.pipeline.feature.LearningData;
import io.drivetrain.pipeline.feature.LearningDataReader;
import io.drivetrain.pipeline.quality.Severity;
import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.pipeline.report.RunFacts;
import io.drivetrain.pipeline.report.TrackedRun;
import io.drivetrain.pipeline.report.TrackedRuns;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepResult;
import io.drivetrain.registry.client.ModelSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kind {@code evaluate}: loads the challenger from the registry, as serving will, measures it on
 * the hold-out, lets the champion predict the same rows, and asks the gates.
 */
@ApplicationScoped
public class EvaluateStep implements Step {
  private final LearningDataReader reader;
  private final TrackedRuns runs;
  private final ModelSource models;

  public EvaluateStep(LearningDataReader reader, TrackedRuns runs, ModelSource models) {
    this.reader = reader;
    this.runs = runs;
    this.models = models;
  }

  @Override
  public String kind() {
    return "evaluate";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDataReader.SECTIONS);
    sections.add(Gate.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  @Override
  public void check(PipelineDefinition definition) {
    FeatureSchema schema = LearningDataReader.schema(definition);
    List<Gate> gates = definition.section(Gate.SECTION);
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i) instanceof Gate.Monotone monotone
          && !isNumeric(schema, monotone.feature())) {
        throw new DefinitionException(
            "there is no numeric feature '%s'".formatted(monotone.feature()),
            Gate.SECTION.key(),
            i,
            "feature");
      }
    }
  }

  @Override
  public StepResult run(StepContext context) throws IOException {
    LearningData data = reader.readAgain(context, RunFacts.of(context).text(RunFacts.DATA_HASH));
    List<Example> holdOut = data.split().holdOut();
    FeatureSchema schema = LearningDataReader.schema(context.definition());
    TrackedRun record = runs.of(context);
    context.progress().report("loading the challenger", 0.1);
    ModelBundle challenger = record.model(models);
    context.progress().report("scoring %d rows".formatted(holdOut.size()), 0.3);
    Scores scores = Scores.of(challenger, schema, holdOut);
    if (scores.refused() > 0) {
      return new StepResult.Failed(
          "The challenger refuses %d of %d rows of the hold-out, the first: %s"
              .formatted(scores.refused(), holdOut.size(), scores.firstRefusal()));
    }
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    Champion champion =
        new ChampionReader(models, model.name(), model.alias()).meet(scores, schema, holdOut, data);
    context.progress().report("asking the gates", 0.6);
    HoldOutMetrics metrics = scores.metrics();
    List<GateResult> results =
        new Gates(metrics, champion, challenger, holdOut)
            .ask(context.definition().section(Gate.SECTION));
    write(record, scores, metrics, champion, results);
    context.progress().report("explaining", 0.8);
    record.text(
        "evaluation/feature_importance.csv",
        EvaluationFiles.importance(challenger, schema, holdOut));
    return result(output(metrics, champion, results), results);
  }

  private static void write(
      TrackedRun record,
      Scores scores,
      HoldOutMetrics metrics,
      Champion champion,
      List<GateResult> results) {
    record.metrics(metrics.byName());
    record.json("evaluation/gates.json", GateReport.of(champion, results));
    record.text("evaluation/predictions.csv", EvaluationFiles.predictions(scores));
    record.tags(
        Map.of(
            "drivetrain.champion_version",
            champion.version().isEmpty() ? "none" : champion.version(),
            "drivetrain.gates",
            results.stream().anyMatch(GateResult::blocks) ? "rejected" : "passed"));
  }

  private static Map<String, Object> output(
      HoldOutMetrics metrics, Champion champion, List<GateResult> results) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("metrics", metrics.byName());
    output.put(RunFacts.CHAMPION_VERSION, champion.version());
    output.put("gates", results.stream().map(Summary::of).toList());
    output.put(
        "warnings",
        results.stream()
            .filter(result -> !result.passed() && result.severity() == Severity.WARN)
            .map(GateResult::comparison)
            .toList());
    return output;
  }

  private static StepResult result(Map<String, Object> output, List<GateResult> results) {
    String reasons =
        results.stream()
            .filter(GateResult::blocks)
            .map(result -> result.gate() + ": " + result.comparison())
            .collect(Collectors.joining("; "));
    if (reasons.isEmpty()) {
      return new StepResult.Succeeded(output);
    }
    return new StepResult.Rejected(
        "The challenger is not good enough, and the model in production stays. " + reasons + ".",
        output);
  }

  private static boolean isNumeric(FeatureSchema schema, String feature) {
    return schema.features().stream()
        .anyMatch(one -> one instanceof NumericFeature && one.name().equals(feature));
  }

  /** A gate in the output of the step; the numbers are in {@code gates.json}. */
  private record Summary(String gate, boolean passed, String comparison) {
    static Summary of(GateResult result) {
      return new Summary(result.gate(), result.passed(), result.comparison());
    }
  }
}
