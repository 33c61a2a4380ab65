package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.promotion.ServingDouble.Served;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A promotion with the way back rehearsed before it, and those who serve it asked after it. */
class DeploymentTest {
  private static final String TRANSITION = "POST model-versions/transition-stage";
  private static final String MODEL = "rent_predictor";
  private static final String VALIDATION = "validate_staging_model";
  private static final String PRODUCTION = "promote_to_production";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  private final ServingDouble serving = new ServingDouble(() -> served("champion"));

  @AfterEach
  void close() {
    serving.close();
  }

  @Test
  void thoseWhoServeTheChampionAreAskedAfterThePromotion() {
    pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);

    JsonNode gates = deployment(0);
    assertThat(gates.path("passed").asBoolean()).isTrue();
    assertThat(gates.path("version").asText()).isEqualTo("1");
    assertThat(names(gates)).containsExactly("served " + serving.uri());
    assertThat(gates.path("gates").path(0).path("details").path("sameBits").asInt()).isEqualTo(2);
  }

  @Test
  void aChampionThatIsServedWronglyIsTakenBack() {
    pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    serving.distorting(value -> value + 1);

    StepResult result = run.run(PRODUCTION);

    assertThat(message(result))
        .startsWith(
            "Version 2 was rolled back. Gate served "
                + serving.uri()
                + " failed: version 2 is served")
        .endsWith("Now in production: version 1.");
    assertThat(pipeline.registry().stages()).containsExactly("Production", "Archived");
    assertThat(pipeline.registry().champion()).isEqualTo("1");
    assertThat(run.output(PRODUCTION)).containsEntry("inProduction", "1");
    assertThat(deployment(1).path("passed").asBoolean()).isFalse();
  }

  @Test
  void aFirstModelThatIsServedWronglyLeavesNoChampion() {
    serving.distorting(value -> value + 1);
    RentPipeline.Run run = pipeline.servedAt(MODEL, serving.uri()).start().runUntil(VALIDATION);

    assertThat(message(run.run(PRODUCTION))).endsWith("Now in production: none.");
    assertThat(pipeline.registry().stages()).containsExactly("Archived");
    assertThat(pipeline.registry().champion()).isEmpty();
  }

  @Test
  void aRollbackBeforeACrashIsNotFollowedByAnotherPromotion() {
    pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    serving.distorting(value -> value + 1);
    StepResult first = run.runWithoutTelling(PRODUCTION);
    int moves = pipeline.registry().requests(TRANSITION).size();

    serving.distorting(value -> value);
    StepResult again = run.run(PRODUCTION);

    assertThat(message(again)).isEqualTo(message(first));
    assertThat(pipeline.registry().requests(TRANSITION)).hasSize(moves);
    assertThat(pipeline.registry().champion()).isEqualTo("1");
  }

  @Test
  void aTryThatDiedBetweenTheNoAndTheRollbackIsBroughtToItsEnd() {
    pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    run.runWithoutTelling(PRODUCTION);
    pipeline.registry().tagsOf("2").put("drivetrain.turned_down", "Version 2 was rolled back.");

    StepResult again = run.run(PRODUCTION);

    assertThat(message(again))
        .isEqualTo("Version 2 was rolled back. Now in production: version 1.");
    assertThat(pipeline.registry().stages()).containsExactly("Production", "Archived");
  }

  @Test
  void aChampionThatSomebodyElseMadeMeanwhileStays() {
    pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().addVersion(pipeline.registry().runs().getFirst());
    serving.distorting(value -> {
      pipeline.registry().promote("3");
      return value + 1;
    });

    assertThat(message(run.run(PRODUCTION))).endsWith("Now in production: version 3.");
    assertThat(pipeline.registry().stages()).containsExactly("Archived", "Archived", "Production");
  }

  @Test
  void aVersionThatIsArchivedAtThatMomentIsNotPromoted() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline
        .registry()
        .faults()
        .before(TRANSITION, () -> pipeline.registry().move("2", "Archived"));

    assertThat(message(run.run(PRODUCTION)))
        .isEqualTo(
            "Version 2 of rent_predictor is no longer in Staging: someone has moved it. Start"
                + " another run. Now in production: version 1.");
    assertThat(pipeline.registry().stages()).containsExactly("Production", "Archived");
  }

  @Test
  void anEndpointThatIsDownLeavesThePromotionAndAWarning() {
    serving.close();

    RentPipeline.Run run = pipeline.servedAt(MODEL, serving.uri()).start().runUntil(PRODUCTION);

    assertThat(pipeline.registry().champion()).isEqualTo("1");
    assertThat(run.output(PRODUCTION).get("warnings"))
        .isEqualTo(
            List.of(
                "served "
                    + serving.uri()
                    + ": not checked: it could not be reached: the connection was refused"));
  }

  @Test
  void theWayBackIsRehearsedOnAnAliasOfItsOwn() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);

    run.run(PRODUCTION);

    JsonNode rehearsal = deployment(1).path("gates").path(0);
    assertThat(rehearsal.path("gate").asText()).isEqualTo("rollback rehearsal");
    assertThat(rehearsal.path("passed").asBoolean()).isTrue();
    assertThat(rehearsal.path("details").path("predicted").asInt()).isEqualTo(2);
    assertThat(rehearsal.path("details").path("wayBackMillis").asDouble()).isEqualTo(0.001);
    assertThat(pipeline.registry().aliasMoves())
        .containsExactly("rehearsal=1", "rehearsal=2", "rehearsal=1", "rehearsal=");
    assertThat(pipeline.registry().aliases()).isEmpty();
  }

  @Test
  void anAliasThatAKilledRehearsalLeftIsTakenAwayFirst() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().alias("rehearsal", "2");

    assertThat(run.run(PRODUCTION)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.registry().aliasMoves()).startsWith("rehearsal=", "rehearsal=1");
    assertThat(pipeline.registry().aliases()).isEmpty();
  }

  @Test
  void aRegistryThatDoesNotGoTheWayKeepsTheChallengerOut() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline
        .registry()
        .faults()
        .after(
            "POST registered-models/alias",
            move -> {
              if (move.path("version").asText().equals("2")) {
                pipeline.registry().alias("rehearsal", "1");
              }
            });

    StepResult result = run.run(PRODUCTION);

    assertThat(message(result))
        .isEqualTo(
            "Version 2 was rolled back. Gate rollback rehearsal failed: alias rehearsal of"
                + " rent_predictor was set to version 2 and does not name it. Now in production: version 1.");
    assertThat(pipeline.registry().stages()).containsExactly("Production", "Archived");
    assertThat(pipeline.registry().aliases()).isEmpty();
  }

  @Test
  void aChampionThatCannotBeReadIsNoReasonToKeepIt() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().damage(pipeline.registry().loggedModels().getFirst(), "trees.bin");

    assertThat(run.run(PRODUCTION)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(deployment(1).path("gates").path(0).path("comparison").asText())
        .startsWith("rollback is impossible: version 1 cannot be read: ");
    assertThat(pipeline.registry().champion()).isEqualTo("2");
  }

  /** What production means now, read as serving does it. */
  private Served served(String alias) {
    ResolvedModel resolved =
        pipeline.models().resolve(new ModelUri.OfAlias(MODEL, alias)).orElseThrow();
    return new Served(
        MODEL, resolved.version(), BundleReader.read(pipeline.models().load(resolved).files()));
  }

  private JsonNode deployment(int run) {
    return pipeline.registry().json(pipeline.registry().runs().get(run), "deployment/gates.json");
  }

  private static List<String> names(JsonNode gates) {
    return gates.path("gates").findValuesAsText("gate");
  }

  private static String message(StepResult result) {
    return ((StepResult.Rejected) result).message();
  }
}
