package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.evaluation.EvaluationResult;
import io.drivetrain.pipeline.api.evaluation.IntervalCoverage;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.data.LearningDataReader;
import io.drivetrain.pipeline.learning.data.definition.EncodingSection;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.data.definition.TargetSpec;
import io.drivetrain.pipeline.learning.evaluation.gate.BaselineGate;
import io.drivetrain.pipeline.learning.evaluation.gate.Champion;
import io.drivetrain.pipeline.learning.evaluation.gate.CoverageByPart;
import io.drivetrain.pipeline.learning.evaluation.gate.EvaluationContext;
import io.drivetrain.pipeline.learning.evaluation.gate.Gate;
import io.drivetrain.pipeline.learning.evaluation.gate.GateVerdict;
import io.drivetrain.pipeline.learning.evaluation.gate.HoldOutGate;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import io.drivetrain.pipeline.learning.evaluation.gate.MetricGate;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import io.drivetrain.pipeline.learning.evaluation.gate.SliceFamily;
import io.drivetrain.pipeline.learning.evaluation.gate.SliceGate;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.pipeline.learning.training.BaselineTraining;
import io.drivetrain.pipeline.learning.training.TrainingSpec;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kind {@code evaluate}: loads the challenger from the registry, as serving will, measures it on
 * the hold-out, lets the champion predict the same rows, and asks the gates.
 */
@ApplicationScoped
public class EvaluateStep implements Step {
  private final LearningDataReader reader;
  private final TrackingRuns runs;
  private final ModelSource models;

  public EvaluateStep(LearningDataReader reader, TrackingRuns runs, ModelSource models) {
    this.reader = reader;
    this.runs = runs;
    this.models = models;
  }

  @Override
  public String kind() {
    return "evaluate";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Evaluate the model", "Évaluer le modèle");
  }

  @Override
  public StepOutput<EvaluationResult> output() {
    return StepOutput.of(EvaluationResult.class);
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDefinition.SECTIONS);
    sections.add(Gate.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  /** For gates that compare with another trainer. */
  @Override
  public Set<DefinitionSection<?>> optionalSections() {
    return Set.of(EncodingSection.SECTION, TrainingSpec.SECTION);
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  /** Another champion would have to be met. */
  @Override
  public Optional<String> outdated(PipelineDefinition definition, StepOutputs before) {
    ModelSpec model = definition.section(ModelSpec.SECTION);
    Optional<String> met = before.find(EvaluationResult.class, EvaluationResult::championVersion);
    try {
      String now =
          models
              .resolve(new ModelUri.OfAlias(model.name(), model.alias()))
              .map(ResolvedModel::version)
              .orElse("");
      return met.filter(now::equals).isPresent()
          ? Optional.empty()
          : Optional.of(
              "the champion is now %s, and the challenger was compared with %s"
                  .formatted(words(now), words(met.orElse(""))));
    } catch (RegistryClientException away) {
      return Optional.of(
          "the registry does not say which version is the champion: " + away.getMessage());
    }
  }

  private static String words(String version) {
    return version.isEmpty() ? "none" : "version " + version;
  }

  @Override
  public void check(PipelineDefinition definition) {
    LearningDefinition.requireParameter(definition);
    FeatureSchema schema = LearningDefinition.schema(definition);
    List<Gate> gates = definition.section(Gate.SECTION);
    Optional<Task> task = Optional.ofNullable(definition.section(TargetSpec.SECTION).task());
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i) instanceof HoldOutGate gate) {
        refuse(gate.fault(schema), i);
        refuse(task.flatMap(known -> foreign(gate, known)), i);
      }
      if (gates.get(i) instanceof BaselineGate gate && gate.isTrained()) {
        requireTraining(definition, i);
      }
    }
  }

  private static void requireTraining(PipelineDefinition definition, int gate) {
    if (definition.find(EncodingSection.SECTION).isEmpty()
        || definition.find(TrainingSpec.SECTION).isEmpty()) {
      throw new DefinitionException(
          "a baseline that is trained needs the sections 'encoding' and 'training'",
          Gate.SECTION.key(),
          gate,
          "trainer");
    }
  }

  /** What a gate asks that models of a task cannot answer. */
  private static Optional<HoldOutGate.Fault> foreign(HoldOutGate gate, Task task) {
    if (gate.asks(task)) {
      return Optional.empty();
    }
    String message =
        gate instanceof MetricGate metric
            ? "a %s has no metric '%s'; it has %s"
                .formatted(
                    task.name().toLowerCase(Locale.ROOT),
                    metric.metric(),
                    String.join(", ", Metric.keys(task)))
            : "this gate judges predicted numbers; a classification has the gates metric, champion"
                + " and latency";
    return Optional.of(
        new HoldOutGate.Fault(gate instanceof MetricGate ? "metric" : "type", message));
  }

  private static void refuse(Optional<HoldOutGate.Fault> fault, int gate) {
    if (fault.isPresent()) {
      throw new DefinitionException(
          fault.orElseThrow().message(), Gate.SECTION.key(), gate, fault.orElseThrow().key());
    }
  }

  @Override
  public StepResult run(StepContext context) throws IOException {
    LearningData data = reader.read(context);
    List<Example> holdOut = data.holdOut();
    FeatureSchema schema = LearningDefinition.schema(context.definition());
    TrackingRun tracking = runs.of(context);
    context.progress().report("loading the challenger", 0.1);
    ModelBundle challenger =
        tracking.model(models, RunResults.model(context.outputs(), tracking.id()));
    if (challenger.task() == Task.CLASSIFICATION) {
      return evaluateClasses(context, data, schema, tracking, challenger);
    }
    context.progress().report("scoring %d rows".formatted(holdOut.size()), 0.3);
    Scores scores = Scores.of(challenger, schema, holdOut);
    if (scores.refused() > 0) {
      return new StepResult.Failed(
          "The challenger refuses %d of %d rows of the hold-out, the first: %s"
              .formatted(scores.refused(), holdOut.size(), scores.firstRefusal()));
    }
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    Champion champion =
        new ChampionReader(models, runs, model.name(), model.alias())
            .meet(scores, schema, holdOut, data);
    context.progress().report("asking the gates", 0.6);
    EvaluationContext evaluation =
        new EvaluationContext(
            challenger,
            scores,
            scores.metrics(data.trainingRange()),
            champion,
            schema,
            data.training(),
            algorithm ->
                BaselineTraining.of(context.definition()).predict(algorithm, schema, data));
    GateVerdict verdict = ask(context.definition().section(Gate.SECTION), evaluation);
    verdict.log();
    write(tracking, RunResults.modelId(context.outputs()), evaluation, verdict);
    context.progress().report("explaining", 0.8);
    tracking.text(
        "evaluation/feature_importance.csv",
        EvaluationFiles.importance(challenger, schema, holdOut));
    return result(evaluation, verdict);
  }

  private StepResult evaluateClasses(
      StepContext context,
      LearningData data,
      FeatureSchema schema,
      TrackingRun tracking,
      ModelBundle challenger) {
    List<Gate> gates = context.definition().section(Gate.SECTION);
    for (Gate gate : gates) {
      if (gate instanceof HoldOutGate asked && !asked.asks(Task.CLASSIFICATION)) {
        return new StepResult.Failed(
            "The data makes the task a classification, and one of the gates cannot judge it: %s."
                .formatted(foreign(asked, Task.CLASSIFICATION).orElseThrow().message()));
      }
    }
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    ChampionReader champions = new ChampionReader(models, runs, model.name(), model.alias());
    return new ClassEvaluation(context, tracking, schema, champions).of(challenger, data, gates);
  }

  /** All of them are asked, also after one has said no. */
  private static GateVerdict ask(List<Gate> gates, EvaluationContext evaluation) {
    List<SliceGate> sliced =
        gates.stream().filter(SliceGate.class::isInstance).map(SliceGate.class::cast).toList();
    Iterator<GateResult> slices = SliceFamily.ask(sliced, evaluation).iterator();
    List<GateResult> results = new ArrayList<>();
    for (Gate gate : gates) {
      switch (gate) {
        case SliceGate _ -> results.add(slices.next());
        case HoldOutGate asked -> results.add(asked.ask(evaluation));
        case LatencyGate _ -> {} // asked of the staged and of the served model
      }
    }
    return new GateVerdict(results);
  }

  private static void write(
      TrackingRun tracking,
      Optional<String> modelId,
      EvaluationContext evaluation,
      GateVerdict verdict) {
    IntervalCoverage coverage = CoverageByPart.of(evaluation.schema(), evaluation.scores());
    write(
        tracking,
        modelId,
        evaluation.metrics(),
        evaluation.champion(),
        verdict,
        CoverageNote.of(coverage));
    tracking.json("evaluation/coverage.json", coverage);
    tracking.text("evaluation/predictions.csv", EvaluationFiles.predictions(evaluation.scores()));
  }

  /**
   * What is kept of every model.
   *
   * @param more what a reader should know beside the comparison
   */
  static void write(
      TrackingRun tracking,
      Optional<String> modelId,
      HoldOutMetrics measured,
      Champion champion,
      GateVerdict verdict,
      Optional<String> more) {
    Map<String, Double> metrics = measured.byName();
    modelId.ifPresentOrElse(id -> tracking.metrics(id, metrics), () -> tracking.metrics(metrics));
    tracking.json("evaluation/gates.json", verdict.against(champion, more.stream()));
    tracking.tags(
        Map.of(
            "drivetrain.champion_version",
            champion.version().isEmpty() ? "none" : champion.version(),
            "drivetrain.gates",
            verdict.passed() ? "passed" : "rejected"));
  }

  private static StepResult result(EvaluationContext evaluation, GateVerdict verdict) {
    return result(evaluation.metrics(), evaluation.champion(), verdict);
  }

  static StepResult result(HoldOutMetrics metrics, Champion champion, GateVerdict verdict) {
    EvaluationResult output =
        new EvaluationResult(
            metrics.byName(),
            Optional.of(champion.version()),
            verdict.summaries(),
            verdict.warnings());
    if (verdict.passed()) {
      return new StepResult.Succeeded(output);
    }
    return new StepResult.Rejected(
        "The challenger did not pass %s. %s The model in production stays."
            .formatted(verdict.failed(), verdict.reasons()),
        output);
  }
}
