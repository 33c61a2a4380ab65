package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The three steps between a measured challenger and a champion. */
class PromotionTest {
  private static final String TRANSITION = "POST model-versions/transition-stage";
  private static final String STAGING = "promote_to_staging";
  private static final String VALIDATION = "validate_staging_model";
  private static final String PRODUCTION = "promote_to_production";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void movesTheChallengerToStaging() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING);

    assertThat(pipeline.registry().stages()).containsExactly("Staging");
    assertThat(run.output(STAGING))
        .containsEntry("modelVersion", "1")
        .containsEntry("modelName", "rent_predictor");
    assertThat(pipeline.registry().onlyRun().tags()).containsEntry("drivetrain.model_version", "1");
  }

  @Test
  void aTryAfterACrashUsesTheVersionThatIsThere() {
    RentPipeline.Run run = pipeline.start().runUntil("evaluate_model");

    run.runWithoutTelling(STAGING);
    run.run(STAGING);

    assertThat(pipeline.registry().stages()).containsExactly("Staging");
    assertThat(pipeline.registry().requests(TRANSITION)).hasSize(1);
  }

  @Test
  void failsWhenTheRegistryCannotTakeTheFiles() {
    RentPipeline.Run run = pipeline.start().runUntil("evaluate_model");
    pipeline.registry().versionsAre("FAILED_REGISTRATION");

    StepResult result = run.run(STAGING);

    assertThat(result).isInstanceOf(StepResult.Failed.class);
    assertThat(((StepResult.Failed) result).message())
        .startsWith("Version 1 of rent_predictor is FAILED_REGISTRATION: the registry could not");
    assertThat(pipeline.registry().stages()).containsExactly("None");
  }

  @Test
  void predictsTheGoldenRecordsAlikeInEveryWay() {
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);

    JsonNode golden =
        pipeline.registry().json(pipeline.registry().onlyRun(), "validation/golden.json");
    assertThat(run.output(VALIDATION))
        .containsEntry("golden", 1)
        .containsEntry("goldenPassed", 1L)
        .containsEntry("predictionsThatDiffer", 0L);
    assertThat(golden.path("passed").asBoolean()).isTrue();
    assertThat(golden.path("version").asText()).isEqualTo("1");
    assertThat(golden.path("records").path(0).path("value").asDouble()).isBetween(1000.0, 20000.0);
  }

  @Test
  void writesWhatTheValidationCompared() {
    pipeline.with("gates:\n", "gates:\n  - {type: latency, p95Millis: 0.001, calls: 20}\n");

    pipeline.start().runUntil(VALIDATION);

    JsonNode gates =
        pipeline.registry().json(pipeline.registry().onlyRun(), "validation/gates.json");
    assertThat(gates.path("version").asText()).isEqualTo("1");
    assertThat(gates.path("gates"))
        .extracting(gate -> gate.path("gate").asText() + ": " + gate.path("comparison").asText())
        .containsExactly(
            "golden records: 1 of 1 golden records are predicted within their bands",
            "parity: 1 of 1 golden records are predicted with the same bits one by one, as a batch"
                + " and as trained",
            "latency: the 95th percentile 0.001 ms is within the maximum 0.001 ms");
    assertThat(gates.path("gates").path(2).path("details").path("loadMillis").asDouble())
        .isEqualTo(0.001);
  }

  @Test
  void turnsDownAModelThatTakesItsTime() {
    pipeline.with("gates:\n", "gates:\n  - {type: latency, p95Millis: 50, calls: 20}\n");
    RentPipeline.Run run = pipeline.start().runUntil(STAGING);
    pipeline.stopwatch().passes(Duration.ofMillis(51));

    StepResult result = run.run(VALIDATION);

    assertThat(((StepResult.Rejected) result).message())
        .isEqualTo(
            "Version 1 was rejected in staging and archived. Gate latency failed: the 95th"
                + " percentile 51.000 ms is above the maximum 50.000 ms.");
    assertThat(pipeline.registry().stages()).containsExactly("Archived");
  }

  @Test
  void archivesAChallengerThatPricesAGoldenRecordOutsideItsBand() {
    RentPipeline.Run run = pipeline.with("max: 20000", "max: 1001").start().runUntil(STAGING);

    StepResult result = run.run(VALIDATION);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message())
        .startsWith(
            "Version 1 was rejected in staging and archived. Gate golden records failed: 'A flat in Rabat' is"
                + " predicted at ")
        .endsWith(", plausible is 1,000 to 1,001.");
    assertThat(pipeline.registry().stages()).containsExactly("Archived");
    assertThat(pipeline.registry().champion()).isEmpty();
  }

  @Test
  void failsWhenSomebodyMovedTheVersionOutOfStaging() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING);
    pipeline.registry().promote("1");

    assertThat(run.run(VALIDATION))
        .isEqualTo(
            new StepResult.Failed(
                "Version 1 of rent_predictor is no longer in Staging: someone has moved it. Start"
                    + " another run."));
  }

  @Test
  void theFirstModelBecomesChampionWhenNobodyIs() {
    pipeline.start().runUntil(PRODUCTION);

    JsonNode last = pipeline.registry().requests(TRANSITION).getLast();
    assertThat(pipeline.registry().stages()).containsExactly("Production");
    assertThat(pipeline.registry().champion()).isEqualTo("1");
    assertThat(last.path("stage").asText()).isEqualTo("Production");
    assertThat(last.path("expected_version").asText("none said")).isEmpty();
  }

  @Test
  void theNextModelTakesThePlaceOfTheChampionItWasMeasuredAgainst() {
    pipeline.start().runUntil(PRODUCTION);

    RentPipeline.Run run = pipeline.start().runUntil(PRODUCTION);

    assertThat(pipeline.registry().stages()).containsExactly("Archived", "Production");
    assertThat(pipeline.registry().champion()).isEqualTo("2");
    assertThat(run.output(PRODUCTION)).containsEntry("formerVersion", "1");
    assertThat(pipeline.registry().requests(TRANSITION).getLast().path("expected_version").asText())
        .isEqualTo("1");
  }

  @Test
  void aPromotionThatWasMadeBeforeACrashIsNotMadeTwice() {
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);

    run.runWithoutTelling(PRODUCTION);
    StepResult again = run.run(PRODUCTION);

    assertThat(again).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.registry().requests(TRANSITION))
        .extracting(change -> change.path("stage").asText())
        .containsExactly("Staging", "Production");
  }

  @Test
  void archivesTheChallengerWhenTheChampionMovedMeanwhile() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().addVersion(pipeline.registry().runs().getFirst());
    pipeline.registry().promote("3");

    StepResult result = run.run(PRODUCTION);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message())
        .isEqualTo(
            "Version 2 was archived: the champion is no longer version 1, which it was measured"
                + " against. Start another run. Now in production: version 3.");
    assertThat(pipeline.registry().stages()).containsExactly("Archived", "Archived", "Production");
    assertThat(pipeline.registry().champion()).isEqualTo("3");
  }

  @Test
  void refusesADefinitionWhoseGoldenRecordCannotBeRead() {
    String text = Rents.definition().replace("city: Rabat, area: 80", "city: Rabat, area: wide");

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(((DefinitionReading.Refused) reading).errors().getFirst().path())
        .isEqualTo("golden[0].row");
  }
}
