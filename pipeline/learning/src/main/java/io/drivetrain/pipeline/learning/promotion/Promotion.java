package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.pipeline.api.promotion.ProductionResult;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.evaluation.gate.GateVerdict;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunResults;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.Stage;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The version of a run on its way into production, and out of it again. */
final class Promotion {
  private final VersionPublisher publisher;
  private final ModelSpec model;
  private final UUID runId;
  private final String version;
  private final String champion;

  Promotion(ModelRegistryClient registry, StepContext context) {
    this.model = context.definition().section(ModelSpec.SECTION);
    this.publisher = new VersionPublisher(registry, model);
    this.runId = context.runId();
    this.version = RunResults.modelVersion(context);
    this.champion = RunResults.championVersion(context);
  }

  ModelSpec model() {
    return model;
  }

  String version() {
    return version;
  }

  /** The version that is in production until then; "" for none. */
  String champion() {
    return champion;
  }

  /** Why an earlier try has turned the version down; empty when none has. */
  Optional<String> turnedDown() {
    return publisher.turnedDown(version);
  }

  /**
   * @throws StepFailedException when somebody has moved the version somewhere else
   */
  void requireStaged() {
    publisher.takeUp(version, "taken up again by pipeline run " + runId);
    Stage stage = publisher.version(version).stage();
    if (stage != Stage.STAGING && stage != Stage.PRODUCTION) {
      throw new StepFailedException(moved());
    }
  }

  /** Why it could not be made: somebody has moved this version or the champion. Else empty. */
  Optional<String> make() {
    try {
      publisher.toProduction(
          version, champion, "pipeline run %s passed every gate".formatted(runId));
      return Optional.empty();
    } catch (RegistryClientException conflict) {
      if (conflict.errorCode() != ErrorCode.RESOURCE_CONFLICT) {
        throw conflict;
      }
      return Optional.of(publisher.isStaged(version) ? overtaken() : moved());
    }
  }

  private String overtaken() {
    return "Version %s was archived: the champion is no longer %s, which it was measured against. Start another run."
        .formatted(version, champion.isEmpty() ? "none" : "version " + champion);
  }

  private String moved() {
    return "Version %s of %s is no longer in Staging: someone has moved it. Start another run."
        .formatted(version, model.name());
  }

  /** Takes the version out of the way before any gate was evaluated. */
  StepResult withdraw(String why) {
    return takeBack(why, inProduction -> ProductionResult.withdrawn(version, inProduction));
  }

  /** Takes the version out of the way, wherever it is, and says what is in production now. */
  StepResult takeBack(String why, GateVerdict verdict) {
    return takeBack(
        why,
        inProduction ->
            ProductionResult.rejected(
                version, champion, verdict.summaries(), verdict.warnings(), inProduction));
  }

  private StepResult takeBack(String why, Function<String, ProductionResult> result) {
    publisher.takeBack(version, champion, why);
    String inProduction = publisher.inProduction().map(ModelVersion::version).orElse("");
    return new StepResult.Rejected(
        "%s Now in production: %s."
            .formatted(why, inProduction.isEmpty() ? "none" : "version " + inProduction),
        result.apply(inProduction));
  }
}
