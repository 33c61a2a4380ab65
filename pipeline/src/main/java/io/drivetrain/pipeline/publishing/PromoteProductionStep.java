package io.drivetrain.pipeline.publishing;

import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.pipeline.report.RunFacts;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepResult;
import io.drivetrain.registry.client.ErrorCode;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/**
 * Kind {@code promote-production}: makes the validated version the champion, unless another one has
 * become it since this one was measured against it.
 */
@ApplicationScoped
public class PromoteProductionStep implements Step {
  private final RegistryClient registry;

  public PromoteProductionStep(RegistryClient registry) {
    this.registry = registry;
  }

  @Override
  public String kind() {
    return "promote-production";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    return Set.of(ModelSpec.SECTION);
  }

  @Override
  public StepResult run(StepContext context) {
    RunFacts facts = RunFacts.of(context);
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    String version = facts.text(RunFacts.MODEL_VERSION);
    String champion = facts.text(RunFacts.CHAMPION_VERSION);
    VersionPublisher publisher = new VersionPublisher(registry.models(), model);
    try {
      publisher.toProduction(
          version, champion, "pipeline run %s passed every gate".formatted(context.runId()));
    } catch (RegistryClientException conflict) {
      if (conflict.errorCode() != ErrorCode.RESOURCE_CONFLICT) {
        throw conflict;
      }
      publisher.archive(version, "overtaken: " + conflict.getMessage());
      return new StepResult.Rejected(
          "Version %s was archived: the champion is no longer %s, which it was measured against. Start another run."
              .formatted(version, champion.isEmpty() ? "none" : "version " + champion),
          Map.of(RunFacts.MODEL_VERSION, version));
    }
    return new StepResult.Succeeded(
        Map.of(
            RunFacts.MODEL_VERSION,
            version,
            "stage",
            "Production",
            "alias",
            model.alias(),
            "formerVersion",
            champion));
  }
}
