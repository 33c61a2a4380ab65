package io.drivetrain.pipeline.publishing;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.pipeline.definition.DefinitionException;
import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.feature.LearningDataReader;
import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.pipeline.report.RunFacts;
import io.drivetrain.pipeline.report.TrackedRun;
import io.drivetrain.pipeline.report.TrackedRuns;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepFailedException;
import io.drivetrain.pipeline.step.StepResult;
import io.drivetrain.registry.client.ModelSource;
import io.drivetrain.registry.client.ModelUri;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.ResolvedModel;
import io.drivetrain.registry.client.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kind {@code validate-staging}: loads what is in Staging as serving would, {@code
 * models:/<name>/Staging}, and lets it predict the golden records.
 */
@ApplicationScoped
public class ValidateStagingStep implements Step {
  private final TrackedRuns runs;
  private final RegistryClient registry;
  private final ModelSource models;

  public ValidateStagingStep(TrackedRuns runs, RegistryClient registry, ModelSource models) {
    this.runs = runs;
    this.registry = registry;
    this.models = models;
  }

  @Override
  public String kind() {
    return "validate-staging";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDataReader.SECTIONS);
    sections.add(GoldenRecord.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
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
          LearningDataReader.schema(definition).read(records.get(i).row()).errors();
      if (!errors.isEmpty()) {
        throw new DefinitionException(
            errors.getFirst().field() + " " + errors.getFirst().message(),
            GoldenRecord.SECTION.key(),
            i,
            "row");
      }
    }
  }

  @Override
  public StepResult run(StepContext context) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    String version = RunFacts.of(context).text(RunFacts.MODEL_VERSION);
    TrackedRun record = runs.of(context);
    ModelBundle served = staged(model, version);
    ModelBundle trained = record.model(models);
    List<GoldenRecord> golden = context.definition().section(GoldenRecord.SECTION);
    GoldenCheck check = new GoldenCheck(served, trained);
    List<GoldenResult> results = check.check(golden);
    long differences = check.differences(golden);
    Latency latency = Latency.of(served, served.inputExample());
    boolean passed = differences == 0 && results.stream().allMatch(GoldenResult::passed);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("golden", results.size());
    output.put("goldenPassed", results.stream().filter(GoldenResult::passed).count());
    output.put("predictionsThatDiffer", differences);
    output.put("latency", latency);
    record.json(
        "validation/golden.json",
        Map.of(
            "version", version,
            "passed", passed,
            "predictionsThatDiffer", differences,
            "latency", latency,
            "records", results));
    return passed
        ? new StepResult.Succeeded(output)
        : reject(context, model, version, problems(results, differences), output);
  }

  private StepResult reject(
      StepContext context,
      ModelSpec model,
      String version,
      String problems,
      Map<String, Object> output) {
    new VersionPublisher(registry.models(), model)
        .archive(version, "turned down in staging by pipeline run " + context.runId());
    return new StepResult.Rejected(
        "Version %s was turned down in staging and archived: %s.".formatted(version, problems),
        output);
  }

  private static String problems(List<GoldenResult> results, long differences) {
    String problems =
        results.stream()
            .filter(result -> !result.passed())
            .map(GoldenResult::problem)
            .collect(Collectors.joining("; "));
    if (differences == 0) {
      return problems;
    }
    String parity =
        differences + " golden records are not predicted alike one by one, as a batch and locally";
    return problems.isEmpty() ? parity : problems + "; " + parity;
  }

  private ModelBundle staged(ModelSpec model, String version) {
    ModelUri uri = new ModelUri.OfStage(model.name(), Stage.STAGING);
    ResolvedModel resolved =
        models
            .resolve(uri)
            .filter(found -> found.version().equals(version))
            .orElseThrow(() ->
                new StepFailedException(
                    "Version %s of %s is no longer in Staging: somebody has moved it. Start another run."
                        .formatted(version, model.name())));
    return BundleReader.read(models.load(resolved).files());
  }
}
