package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.promotion.ProductionResult;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.evaluation.gate.Gate;
import io.drivetrain.pipeline.learning.evaluation.gate.GateVerdict;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunLinks;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kind {@code promote-production}: rehearses the way back, makes the validated version the champion
 * unless another one has become it since this one was measured against it, and asks those who serve
 * it whether they do. When they serve something else, the former champion is put back.
 */
@ApplicationScoped
public class PromoteProductionStep implements Step {
  private final TrackingRuns runs;
  private final RegistryClient registry;
  private final ModelSource models;
  private final ServingConfig serving;
  private final Stopwatch stopwatch;

  public PromoteProductionStep(
      TrackingRuns runs,
      RegistryClient registry,
      ModelSource models,
      ServingConfig serving,
      Stopwatch stopwatch) {
    this.runs = runs;
    this.registry = registry;
    this.models = models;
    this.serving = serving;
    this.stopwatch = stopwatch;
  }

  @Override
  public String kind() {
    return "promote-production";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Promote to production", "Promouvoir en production");
  }

  @Override
  public StepOutput<ProductionResult> output() {
    return StepOutput.of(ProductionResult.class)
        .linking(result -> RunLinks.version(result).stream().toList());
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(ModelSpec.SECTION, Gate.SECTION, GoldenRecord.SECTION);
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  @Override
  public StepResult run(StepContext context) throws InterruptedException {
    Promotion promotion = new Promotion(registry.models(), context);
    Optional<String> turnedDown = promotion.turnedDown();
    if (turnedDown.isPresent()) {
      return promotion.withdraw(turnedDown.orElseThrow());
    }
    promotion.requireStaged();
    ModelBundle bundle = bundle(promotion);
    List<Map<String, Object>> rows = rows(context, bundle);
    List<GateResult> gates = new ArrayList<>(rehearsal(context, promotion, rows));
    if (new GateVerdict(gates).passed()) {
      context.progress().report("promoting version " + promotion.version(), 0.5);
      Optional<String> overtaken = promotion.make();
      if (overtaken.isPresent()) {
        return promotion.withdraw(overtaken.orElseThrow());
      }
      gates.addAll(served(context, promotion, bundle, rows));
    }
    return result(context, promotion, new GateVerdict(gates));
  }

  /** Without a champion there is no way back. */
  private List<GateResult> rehearsal(
      StepContext context, Promotion promotion, List<Map<String, Object>> rows) {
    if (promotion.champion().isEmpty()) {
      return List.of();
    }
    context.progress().report("rehearsing the rollback", 0.2);
    return List.of(
        new RollbackRehearsal(registry.models(), models, promotion.model(), stopwatch)
            .rehearse(promotion.champion(), promotion.version(), rows));
  }

  private List<GateResult> served(
      StepContext context, Promotion promotion, ModelBundle bundle, List<Map<String, Object>> rows)
      throws InterruptedException {
    return new ServingVerification(serving, stopwatch, context.progress())
        .check(
            promotion.model().name(),
            promotion.version(),
            bundle,
            rows,
            LatencyGate.among(context.definition().section(Gate.SECTION)));
  }

  private StepResult result(StepContext context, Promotion promotion, GateVerdict verdict) {
    verdict.log();
    String version = promotion.version();
    runs.of(context).json("deployment/gates.json", verdict.of(version));
    if (!verdict.passed()) {
      return promotion.takeBack(
          "Version %s was rolled back. %s".formatted(version, verdict.reasons()), verdict);
    }
    return new StepResult.Succeeded(
        ProductionResult.promoted(
            version,
            promotion.champion(),
            verdict.summaries(),
            verdict.warnings(),
            Stage.PRODUCTION.wireName(),
            promotion.model().alias()));
  }

  private ModelBundle bundle(Promotion promotion) {
    ModelUri uri = new ModelUri.OfVersion(promotion.model().name(), promotion.version());
    return models
        .resolve(uri)
        .map(resolved -> BundleReader.read(models.load(resolved).files()))
        .orElseThrow(
            () -> new StepFailedException("%s is no longer in the registry.".formatted(uri)));
  }

  /**
   * What the version is asked wherever it is: the example that it carries and the golden records
   * that it can read.
   */
  private static List<Map<String, Object>> rows(StepContext context, ModelBundle bundle) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(bundle.inputExample());
    context.definition().section(GoldenRecord.SECTION).stream()
        .map(GoldenRecord::row)
        .filter(row -> bundle.schema().read(row).isUsable())
        .forEach(rows::add);
    return rows;
  }
}
