package io.drivetrain.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.resume.ResumeOrigin;
import io.drivetrain.pipeline.engine.resume.ResumePlan;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.memory.StoredLoggedModel;
import io.drivetrain.registry.client.memory.StoredRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Going on with real steps: what they find in the registry is what they need. */
class ResumedRentsTest {
  private static final String QUALITY = "check_data_quality";
  private static final String TRAINING = "train_model";
  private static final String EVALUATION = "evaluate_model";
  private static final String STAGING = "promote_to_staging";
  private static final String VALIDATION = "validate_staging_model";
  private static final String PRODUCTION = "promote_to_production";
  private static final String REPORT = "send_pipeline_report";

  private static final StepOutcome PASSED_OVER =
      new StepOutcome(StepState.UPSTREAM_FAILED, null, "Not run.", 0, null, null);

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void promotesTheModelOfARunThatFoundTheRegistryAway() {
    RentPipeline.Run origin = pipeline.start().runUntil(EVALUATION);
    pipeline.registry().faults().unavailable(true);
    assertThatThrownBy(() -> origin.run(STAGING)).isInstanceOf(RegistryClientException.class);
    pipeline.registry().faults().unavailable(false);
    origin.ends(STAGING, StepState.FAILED);
    origin.run(REPORT);
    String statusBefore = pipeline.registry().onlyRun().status();
    String reasonBefore = pipeline.registry().onlyRun().tags().get("drivetrain.reason");

    Map<String, String> because = because(origin, Map.of());
    RentPipeline.Run run = goOn(origin, Map.of());

    assertThat(because).containsOnlyKeys(STAGING, VALIDATION, PRODUCTION, REPORT);
    assertThat(run.outcomes().get(TRAINING).state()).isEqualTo(StepState.REUSED);
    assertThat(statusBefore).isEqualTo("FAILED");
    assertThat(reasonBefore).startsWith(STAGING + ": ");
    assertThat(pipeline.registry().onlyRun().status()).isEqualTo("FINISHED");
    assertThat(pipeline.registry().onlyRun().tags())
        .containsEntry("drivetrain.run_id", origin.id().toString())
        .containsEntry("drivetrain.reported_run_id", run.id().toString())
        .containsEntry("drivetrain.outcome", "SUCCEEDED")
        .doesNotContainKey("drivetrain.reason");
    assertThat(pipeline.registry().stages()).containsExactly("Production");
    assertThat(pipeline.registry().champion()).isEqualTo("1");
  }

  @Test
  void trainsAnotherModelIntoARecordOfItsOwn() {
    pipeline.with("min: 0.6", "min: 0.999");
    RentPipeline.Run origin = pipeline.start().runUntil(TRAINING);
    origin.run(EVALUATION);
    origin.run(REPORT);
    pipeline.with("min: 0.999", "min: 0.6");

    Map<String, String> because = because(origin, Map.of("train.trees", 60));
    goOn(origin, Map.of("train.trees", 60));

    List<StoredRun> records = pipeline.registry().runs();
    assertThat(because)
        .doesNotContainKey(QUALITY)
        .containsEntry(TRAINING, "parameter train.trees was 40")
        .containsEntry(STAGING, "it was not run");
    assertThat(records).hasSize(2);
    assertThat(pipeline.registry().loggedModels())
        .extracting(StoredLoggedModel::sourceRunId)
        .containsExactly(records.get(0).id(), records.get(1).id());
    assertThat(records.get(0).params()).containsEntry("train.trees", "40");
    assertThat(records.get(0).status()).isEqualTo("FAILED");
    assertThat(records.get(1).params()).containsEntry("train.trees", "60");
    assertThat(records.get(1).status()).isEqualTo("FINISHED");
    assertThat(records.get(1).tags())
        .containsEntry("drivetrain.checked_in", records.get(0).id())
        .containsEntry("drivetrain.data_hash", records.get(0).tags().get("drivetrain.data_hash"));
    assertThat(pipeline.registry().files(records.get(1)))
        .contains("quality_report.json", "quality/profile.json")
        .containsAll(
            pipeline.registry().files(records.get(0)).stream()
                .filter(file -> file.startsWith("quality"))
                .toList());
    assertThat(pipeline.registry().champion()).isEqualTo("1");
  }

  @Test
  void measuresTheModelAgainWhenTheChampionHasMoved() {
    pipeline.start().runUntil(PRODUCTION);
    RentPipeline.Run origin = pipeline.start().runUntil(VALIDATION);
    pipeline.registry().addVersion(pipeline.registry().runs().getFirst());
    pipeline.registry().promote("3");
    assertThat(origin.run(PRODUCTION)).isInstanceOf(StepResult.Rejected.class);
    origin.run(REPORT);

    Map<String, String> because = because(origin, Map.of());
    RentPipeline.Run run = goOn(origin, Map.of());

    assertThat(because)
        .doesNotContainKeys(QUALITY, TRAINING)
        .containsEntry(
            EVALUATION,
            "the champion is now version 3, and the challenger was compared with version 1")
        .containsEntry(STAGING, "it depends on " + EVALUATION);
    assertThat(run.output(EVALUATION)).containsEntry("championVersion", "3");
    assertThat(pipeline.registry().champion()).isEqualTo("4");
  }

  @Test
  void stagesTheModelAgainThatOtherGoldenRecordsLetPass() {
    pipeline.with("max: 20000", "max: 1001");
    RentPipeline.Run origin = pipeline.start().runUntil(STAGING);
    assertThat(origin.run(VALIDATION)).isInstanceOf(StepResult.Rejected.class);
    origin.run(REPORT);
    pipeline.with("max: 1001", "max: 20000");

    Map<String, String> because = because(origin, Map.of());
    goOn(origin, Map.of());

    assertThat(because)
        .doesNotContainKeys(QUALITY, TRAINING, EVALUATION)
        .containsEntry(STAGING, "version 1 is no longer in Staging");
    assertThat(pipeline.registry().stages()).containsExactly("Archived", "Production");
  }

  @Test
  void takesUpTheVersionThatIsStagedAlready() {
    RentPipeline.Run origin = pipeline.start().runUntil(STAGING);
    origin.ends(VALIDATION, StepState.FAILED);
    origin.run(REPORT);

    Map<String, String> because = because(origin, Map.of());
    goOn(origin, Map.of());

    assertThat(because).containsOnlyKeys(VALIDATION, PRODUCTION, REPORT);
    assertThat(pipeline.registry().stages()).containsExactly("Production");
  }

  /** Resumes a run as the engine does; every step must succeed. */
  private RentPipeline.Run goOn(RentPipeline.Run origin, Map<String, Object> parameters) {
    Map<String, String> because = because(origin, parameters);
    List<String> steps = origin.definition().steps().stream().map(StepSpec::id).toList();
    List<String> reused = steps.stream().filter(step -> !because.containsKey(step)).toList();
    RentPipeline.Run run = pipeline.goOn(origin, parameters, reused);
    for (String step : steps.stream().filter(because::containsKey).toList()) {
      assertThat(run.run(step)).as(step).isInstanceOf(StepResult.Succeeded.class);
    }
    return run;
  }

  private Map<String, String> because(RentPipeline.Run origin, Map<String, Object> parameters) {
    Map<String, Object> values = new LinkedHashMap<>(origin.parameters().values());
    values.putAll(parameters);
    return ResumePlan.because(
        pipeline.start().definition(),
        new RunParameters(values),
        files(origin),
        ResumeOrigin.of(
            Optional.of(origin.definition()),
            origin.parameters(),
            origin.definition().steps().stream().map(step -> stepRun(origin, step)).toList()),
        pipeline.steps().stream().collect(Collectors.toMap(StepKind::kind, Function.identity())));
  }

  /** Nobody writes into the file. */
  private static Map<String, Object> files(RentPipeline.Run origin) {
    return Map.of("data", origin.output(QUALITY).get("dataHash"));
  }

  private static StepRun stepRun(RentPipeline.Run origin, StepSpec step) {
    return new StepRun(
        origin.id(),
        step.id(),
        step.needs(),
        Optional.ofNullable(origin.outcomes().get(step.id())).orElse(PASSED_OVER),
        Optional.empty(),
        Optional.empty(),
        origin.document(step.id()),
        files(origin),
        Optional.empty());
  }
}
