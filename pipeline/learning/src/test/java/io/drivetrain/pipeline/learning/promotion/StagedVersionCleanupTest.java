package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StagedVersionCleanupTest {
  private static final String TRANSITION = "POST model-versions/transition-stage";
  private static final String STAGING = "promote_to_staging";
  private static final String VALIDATION = "validate_staging_model";
  private static final String PRODUCTION = "promote_to_production";
  private static final String REPORT = "send_pipeline_report";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void aRunThatFailsAfterStagingLeavesNothingThere() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING).ends(VALIDATION, StepState.FAILED);
    pipeline.registry().alias("rehearsal", "1");

    run.run(REPORT);

    assertThat(pipeline.registry().stages()).containsExactly("Archived");
    assertThat(pipeline.registry().tagsOf("1").get("drivetrain.withdrawn"))
        .isEqualTo("pipeline run %s ended FAILED".formatted(run.id()));
    assertThat(pipeline.registry().aliases()).isEmpty();
  }

  @Test
  void findsTheVersionOfAStepThatDiedBeforeItCouldTell() {
    RentPipeline.Run run = pipeline.start().runUntil("evaluate_model");
    run.runWithoutTelling(STAGING);

    run.ends(STAGING, StepState.CANCELLED).run(REPORT);

    assertThat(pipeline.registry().stages()).containsExactly("Archived");
  }

  @Test
  void aVersionInProductionStaysThere() {
    RentPipeline.Run run = pipeline.start().runUntil(PRODUCTION);

    run.ends(PRODUCTION, StepState.CANCELLED).run(REPORT);

    assertThat(pipeline.registry().stages()).containsExactly("Production");
  }

  @Test
  void aVersionThatSomebodyPromotesAtThatMomentStaysInProduction() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING).ends(VALIDATION, StepState.FAILED);
    pipeline
        .registry()
        .faults()
        .before(TRANSITION, () -> pipeline.registry().move("1", "Production"));

    assertThat(run.run(REPORT)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.registry().stages()).containsExactly("Production");
  }

  @Test
  void versionsOfOtherRunsStayInStaging() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING).ends(VALIDATION, StepState.FAILED);
    pipeline.registry().addVersion(pipeline.registry().onlyRun());
    pipeline.registry().move("2", "Staging");

    run.run(REPORT);

    assertThat(pipeline.registry().stages()).containsExactly("Archived", "Staging");
  }

  @Test
  void aStepThatIsTriedAgainTakesItsVersionUpAgain() {
    RentPipeline.Run run = pipeline.start().runUntil(STAGING).ends(VALIDATION, StepState.FAILED);
    run.runWithoutTelling(REPORT);

    assertThat(run.run(VALIDATION)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.registry().stages()).containsExactly("Staging");
    assertThat(pipeline.registry().tagsOf("1")).doesNotContainKey("drivetrain.withdrawn");

    run.ends(PRODUCTION, StepState.FAILED).runWithoutTelling(REPORT);
    assertThat(run.run(PRODUCTION)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.registry().champion()).isEqualTo("1");
  }

  @Test
  void aVersionThatWasTurnedDownIsNotTakenUpAgain() {
    RentPipeline.Run run = pipeline.with("max: 20000", "max: 1001").start().runUntil(STAGING);
    StepResult first = run.runWithoutTelling(VALIDATION);

    StepResult again = run.run(VALIDATION);

    assertThat(((StepResult.Rejected) again).message())
        .isEqualTo(((StepResult.Rejected) first).message());
    assertThat(pipeline.registry().stages()).containsExactly("Archived");
  }

  @Test
  void aVersionThatAPersonArchivedIsNotTakenUpAgain() {
    RentPipeline.Run run = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().move("1", "Archived");

    assertThat(run.run(PRODUCTION))
        .isEqualTo(
            new StepResult.Failed(
                "Version 1 of rent_predictor is no longer in Staging: someone has moved it. Start"
                    + " another run."));
  }
}
