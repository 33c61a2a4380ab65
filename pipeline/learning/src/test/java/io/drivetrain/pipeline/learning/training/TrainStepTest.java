package io.drivetrain.pipeline.learning.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import io.drivetrain.registry.client.memory.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainStepTest {
  private static final String STEP = "train_model";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void storesACompleteBundleWithItsProvenance() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    JsonNode provenance = pipeline.registry().json(record, "model/provenance.json");
    assertThat(pipeline.registry().files(record))
        .contains(
            "model/MLmodel",
            "model/trees.bin",
            "model/SHA256SUMS",
            "model/model.onnx",
            "model/requirements.txt");
    assertThat(provenance.path("dataHash").asText())
        .isEqualTo(run.output("check_data_quality").get("dataHash"));
    assertThat(provenance.path("commit").asText()).isEqualTo("0123456");
    assertThat(record.params())
        .containsEntry("train.trees", "40")
        .containsEntry("training.seed", "3");
  }

  @Test
  void aRidgeIsTrainedPromotedAndNamesItsLibrary() {
    pipeline
        .with("algorithm: gradient_boosting", "algorithm: ridge")
        .with(
            "{name: train.trees, type: integer, default: 40, min: 1, max: 5000}",
            "{name: train.penalty, type: number, default: 0.01}")
        .start()
        .runUntil("send_pipeline_report");

    StoredRun record = pipeline.registry().onlyRun();
    JsonNode provenance = pipeline.registry().json(record, "model/provenance.json");
    assertThat(pipeline.registry().files(record))
        .contains("model/linear.bin", "model/error_trees.bin")
        .doesNotContain("model/trees.bin");
    assertThat(provenance.path("algorithm").asText()).isEqualTo("ridge");
    assertThat(provenance.path("library").path("name").asText()).isEqualTo("hipparchus-core");
    assertThat(provenance.path("parameters").path("penalty").asText()).isEqualTo("0.01");
    assertThat(record.metrics().get("test_r2")).isGreaterThan(0.9);
  }

  @Test
  void aTryAfterACrashWritesTheSameBytes() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);
    StoredRun record = pipeline.registry().onlyRun();
    byte[] hashes = pipeline.registry().file(record, "model/SHA256SUMS");

    run.run(STEP);

    assertThat(pipeline.registry().file(record, "model/SHA256SUMS")).isEqualTo(hashes);
  }

  @Test
  void aTryThatWakesUpLateDoesNotTouchTheModelOfTheOneThatTookOver() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);
    StoredRun record = pipeline.registry().onlyRun();
    byte[] late = pipeline.registry().file(record, "model/MLmodel");

    run.takenOver().run(STEP);

    assertThat(run.output(STEP)).containsEntry("modelPath", "model-2");
    assertThat(pipeline.registry().file(record, "model/MLmodel")).isEqualTo(late);
    assertThat(new String(pipeline.registry().file(record, "model-2/MLmodel"), UTF_8))
        .contains("artifact_path: \"model-2\"");
  }

  @Test
  void theStepsAfterItGoOnWithTheModelOfTheTryThatWasCommitted() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP).takenOver();
    run.run(STEP);
    pipeline.registry().damage(pipeline.registry().onlyRun(), "model/trees.bin");

    assertThat(run.run("evaluate_model")).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.run("promote_to_staging")).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.run("validate_staging_model")).isInstanceOf(StepResult.Succeeded.class);

    assertThat(pipeline.registry().sourceOf("1")).endsWith("/artifacts/model-2");
  }

  @Test
  void failsWhenThePreparedDataIsLostAndTheFileWasChangedSinceItWasChecked() {
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality");
    pipeline.registry().lose(pipeline.registry().onlyRun(), preparedPath());
    pipeline.onAnotherMachine().data(Rents.csv(400, 2));

    assertThat(run.run(STEP))
        .isEqualTo(
            new StepResult.Failed(
                "The file rents.csv was changed while the run was under way. Start another run."));
  }

  @Test
  void failsWhenNoRowIsLeftForTheHoldOut() {
    pipeline.with("min: 300", "min: 1").with("testShare: 0.25", "testShare: 0.000001");
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality");

    assertThat(run.run(STEP))
        .isEqualTo(
            new StepResult.Failed(
                "None of the 400 usable rows of rents.csv is in the hold-out, so a model could not"
                    + " be measured. Use a larger file, or raise 'split.testShare'."));
  }

  @Test
  void failsOnAParameterThatIsOutOfItsRange() {
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality").with("train.trees", 0);

    assertThat(run.run(STEP))
        .isEqualTo(new StepResult.Failed("train.trees must be at least 1, not 0"));
  }

  private String preparedPath() {
    return pipeline.registry().files(pipeline.registry().onlyRun()).stream()
        .filter(path -> path.startsWith("data/"))
        .findFirst()
        .orElseThrow();
  }
}
