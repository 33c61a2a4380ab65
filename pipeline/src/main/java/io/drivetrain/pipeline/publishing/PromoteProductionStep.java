package io.drivetrain.pipeline.publishing;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.evaluation.Gate;
import io.drivetrain.pipeline.evaluation.GateResult;
import io.drivetrain.pipeline.evaluation.GateVerdict;
import io.drivetrain.pipeline.evaluation.LatencyGate;
import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.pipeline.report.RunFacts;
import io.drivetrain.pipeline.report.TrackedRun;
import io.drivetrain.pipeline.report.TrackedRuns;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepFailedException;
import io.drivetrain.pipeline.step.StepResult;
import io.drivetrain.registry.client.ErrorCode;
import io.drivetrain.registry.client.ModelSource;
import io.drivetrain.registry.client.ModelUri;
import io.drivetrain.registry.client.ModelVersion;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientException;
import io.drivetrain.registry.client.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final TrackedRuns runs;
  private final RegistryClient registry;
  private final ModelSource models;
  private final ServingConfig serving;
  private final Ticker ticker;

  public PromoteProductionStep(
      TrackedRuns runs,
      RegistryClient registry,
      ModelSource models,
      ServingConfig serving,
      Ticker ticker) {
    this.runs = runs;
    this.registry = registry;
    this.models = models;
    this.serving = serving;
    this.ticker = ticker;
  }

  @Override
  public String kind() {
    return "promote-production";
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
    RunFacts facts = RunFacts.of(context);
    Promotion promotion =
        new Promotion(
            context.definition().section(ModelSpec.SECTION),
            facts.text(RunFacts.MODEL_VERSION),
            facts.text(RunFacts.CHAMPION_VERSION));
    VersionPublisher publisher = new VersionPublisher(registry.models(), promotion.model());
    Optional<String> turnedDown = publisher.turnedDown(promotion.version());
    if (turnedDown.isPresent()) {
      return takeBack(publisher, promotion, turnedDown.orElseThrow(), Map.of());
    }
    requireStaged(publisher, promotion, context);
    List<GateResult> gates = new ArrayList<>();
    ModelBundle bundle = bundle(promotion);
    List<Map<String, Object>> rows = rows(context, bundle);
    if (!promotion.champion().isEmpty()) {
      context.progress().report("rehearsing the way back", 0.2);
      gates.add(
          new RollbackRehearsal(registry.models(), models, promotion.model(), ticker)
              .rehearse(promotion.champion(), promotion.version(), rows));
    }
    if (new GateVerdict(gates).passed()) {
      Optional<String> overtaken = promote(publisher, promotion, context);
      if (overtaken.isPresent()) {
        return takeBack(publisher, promotion, overtaken.orElseThrow(), Map.of());
      }
      gates.addAll(
          new ServedCheck(serving, ticker, context.progress())
              .check(
                  promotion.model().name(),
                  promotion.version(),
                  bundle,
                  rows,
                  LatencyGate.among(context.definition().section(Gate.SECTION))));
    }
    return result(publisher, promotion, context, new GateVerdict(gates));
  }

  /**
   * @param champion that is in production until then; "" for none
   */
  private record Promotion(ModelSpec model, String version, String champion) {
    String championText() {
      return champion.isEmpty() ? "none" : "version " + champion;
    }
  }

  private static void requireStaged(
      VersionPublisher publisher, Promotion promotion, StepContext context) {
    publisher.takeUp(promotion.version(), "taken up again by pipeline run " + context.runId());
    ModelVersion now = publisher.version(promotion.version());
    if (now.stage() != Stage.STAGING && now.stage() != Stage.PRODUCTION) {
      throw new StepFailedException(
          "Version %s of %s is no longer in Staging: somebody has moved it. Start another run."
              .formatted(promotion.version(), promotion.model().name()));
    }
  }

  /** Why another version is the champion by now; empty when the promotion was made. */
  private static Optional<String> promote(
      VersionPublisher publisher, Promotion promotion, StepContext context) {
    context.progress().report("promoting version " + promotion.version(), 0.5);
    try {
      publisher.toProduction(
          promotion.version(),
          promotion.champion(),
          "pipeline run %s passed every gate".formatted(context.runId()));
      return Optional.empty();
    } catch (RegistryClientException conflict) {
      if (conflict.errorCode() != ErrorCode.RESOURCE_CONFLICT) {
        throw conflict;
      }
      return Optional.of(
          "Version %s was archived: the champion is no longer %s, which it was measured against. Start another run."
              .formatted(promotion.version(), promotion.championText()));
    }
  }

  private StepResult result(
      VersionPublisher publisher, Promotion promotion, StepContext context, GateVerdict verdict) {
    verdict.log();
    TrackedRun record = runs.of(context);
    record.json("deployment/gates.json", StageGates.of(promotion.version(), verdict));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(RunFacts.MODEL_VERSION, promotion.version());
    output.put("formerVersion", promotion.champion());
    output.putAll(verdict.output());
    if (!verdict.passed()) {
      return takeBack(
          publisher,
          promotion,
          "Version %s was taken back. %s.".formatted(promotion.version(), verdict.reasons()),
          output);
    }
    output.put("stage", Stage.PRODUCTION.wireName());
    output.put("alias", promotion.model().alias());
    return new StepResult.Succeeded(output);
  }

  private static StepResult takeBack(
      VersionPublisher publisher, Promotion promotion, String message, Map<String, Object> output) {
    publisher.takeBack(promotion.version(), promotion.champion(), message);
    String inProduction = publisher.inProduction().map(ModelVersion::version).orElse("");
    Map<String, Object> told = new LinkedHashMap<>(output);
    told.put(RunFacts.MODEL_VERSION, promotion.version());
    told.put("inProduction", inProduction);
    return new StepResult.Rejected(
        "%s In production is %s."
            .formatted(message, inProduction.isEmpty() ? "none" : "version " + inProduction),
        told);
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
   * What the version is asked wherever it is: the example that it carries and the golden records.
   */
  private static List<Map<String, Object>> rows(StepContext context, ModelBundle bundle) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(bundle.inputExample());
    context.definition().section(GoldenRecord.SECTION).forEach(golden -> rows.add(golden.row()));
    return rows;
  }
}
