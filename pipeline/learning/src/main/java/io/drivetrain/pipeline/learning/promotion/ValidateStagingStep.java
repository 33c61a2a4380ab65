package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.gate.GoldenResult;
import io.drivetrain.pipeline.api.gate.GoldenResults;
import io.drivetrain.pipeline.api.promotion.ValidationResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.NoResult;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.evaluation.gate.Gate;
import io.drivetrain.pipeline.learning.evaluation.gate.GateVerdict;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kind {@code validate-staging}: loads what is in Staging as serving would, {@code
 * models:/<name>/Staging}, lets it predict the golden records in every way, and measures how long a
 * prediction takes.
 */
@ApplicationScoped
public class ValidateStagingStep implements Step {
  private final TrackingRuns runs;
  private final RegistryClient registry;
  private final ModelSource models;
  private final Stopwatch stopwatch;

  public ValidateStagingStep(
      TrackingRuns runs, RegistryClient registry, ModelSource models, Stopwatch stopwatch) {
    this.runs = runs;
    this.registry = registry;
    this.models = models;
    this.stopwatch = stopwatch;
  }

  @Override
  public String kind() {
    return "validate-staging";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Validate in staging", "Valider en préproduction");
  }

  @Override
  public StepOutput<ValidationResult> output() {
    return StepOutput.of(ValidationResult.class);
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDefinition.SECTIONS);
    sections.add(Gate.SECTION);
    sections.add(GoldenRecord.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  @Override
  public boolean reads(String parameter) {
    return false;
  }

  @Override
  public void check(PipelineDefinition definition) {
    List<GoldenRecord> records = definition.section(GoldenRecord.SECTION);
    if (records.isEmpty()) {
      throw new DefinitionException(
          "validate-staging needs one golden record at least", GoldenRecord.SECTION.key());
    }
    for (int i = 0; i < records.size(); i++) {
      List<FieldIssue> errors =
          LearningDefinition.schema(definition).read(records.get(i).row()).errors();
      if (!errors.isEmpty()) {
        throw new DefinitionException(
            String.join("; ", errors.stream().map(FieldIssue::message).toList()),
            GoldenRecord.SECTION.key(),
            i,
            "row");
      }
    }
  }

  @Override
  public StepResult run(StepContext context) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    String version = RunResults.modelVersion(context);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    Optional<String> turnedDown = publisher.turnedDown(version);
    if (turnedDown.isPresent()) {
      return reject(publisher, version, turnedDown.orElseThrow(), new NoResult());
    }
    publisher.takeUp(version, "taken up again by pipeline run " + context.runId());
    TrackingRun tracking = runs.of(context);
    long start = stopwatch.nanos();
    ModelBundle served = staged(model, version);
    double loadMillis = stopwatch.millisSince(start);
    List<GoldenRecord> golden = context.definition().section(GoldenRecord.SECTION);
    ModelBundle trained =
        tracking.model(models, RunResults.model(context.outputs(), tracking.id()));
    GoldenCheck check = new GoldenCheck(served, trained);
    List<GoldenResult> results = check.check(golden);
    long differences = check.differences(golden);
    List<GateResult> gates = new ArrayList<>();
    gates.add(golden(results));
    gates.add(parity(golden.size(), differences));
    for (LatencyGate gate : LatencyGate.among(context.definition().section(Gate.SECTION))) {
      gates.add(latency(gate, served, loadMillis));
    }
    GateVerdict verdict = new GateVerdict(gates);
    verdict.log();
    tracking.json("validation/golden.json", GoldenResults.of(version, differences, results));
    tracking.json("validation/gates.json", verdict.of(version));
    ValidationResult output = output(results, differences, verdict);
    if (verdict.passed()) {
      return new StepResult.Succeeded(output);
    }
    return reject(
        publisher,
        version,
        "Version %s was rejected in staging and archived. %s".formatted(version, verdict.reasons()),
        output);
  }

  private static StepResult reject(
      VersionPublisher publisher, String version, String message, Record output) {
    publisher.turnDown(version, message);
    return new StepResult.Rejected(message, output);
  }

  private static GateResult golden(List<GoldenResult> results) {
    List<GoldenResult> wrong = results.stream().filter(result -> !result.passed()).toList();
    String comparison =
        wrong.isEmpty()
            ? "%1$d of %1$d golden records are predicted within their bands"
                .formatted(results.size())
            : wrong.stream().map(GoldenResult::problem).collect(Collectors.joining("; "));
    return new GateResult(
        "golden records",
        Severity.ERROR,
        wrong.isEmpty(),
        comparison,
        new GateDetails.Golden(results));
  }

  private static GateResult parity(int records, long differences) {
    return new GateResult(
        "parity",
        Severity.ERROR,
        differences == 0,
        "%d of %d golden records are predicted with the same bits one by one, as a batch and as trained"
            .formatted(records - differences, records),
        new GateDetails.Parity(records, differences));
  }

  private GateResult latency(LatencyGate gate, ModelBundle served, double loadMillis) {
    Map<String, Object> row = served.inputExample();
    Latency latency =
        Latency.of(gate.calls(), stopwatch, () -> served.predict(served.schema().read(row)));
    return gate.judge(
        new GateDetails.Latency(
            "one row, read and predicted in the process of the pipeline",
            latency.p95Millis(),
            gate.p95Millis(),
            gate.calls(),
            latency.medianMicros() / 1000,
            Optional.of(loadMillis),
            Optional.empty()));
  }

  private static ValidationResult output(
      List<GoldenResult> results, long differences, GateVerdict verdict) {
    return new ValidationResult(
        results.size(),
        results.stream().filter(GoldenResult::passed).count(),
        differences,
        verdict.summaries(),
        verdict.warnings());
  }

  private ModelBundle staged(ModelSpec model, String version) {
    ModelUri uri = new ModelUri.OfStage(model.name(), Stage.STAGING);
    ResolvedModel resolved =
        models
            .resolve(uri)
            .filter(found -> found.version().equals(version))
            .orElseThrow(() ->
                new StepFailedException(
                    "Version %s of %s is no longer in Staging: someone has moved it. Start another run."
                        .formatted(version, model.name())));
    return BundleReader.read(models.load(resolved).files());
  }
}
