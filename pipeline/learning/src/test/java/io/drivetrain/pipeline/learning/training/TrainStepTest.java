package io.drivetrain.pipeline.learning.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.memory.StoredLoggedModel;
import io.drivetrain.registry.client.memory.StoredRun;
import io.drivetrain.registry.client.tracking.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainStepTest {
  private static final String STEP = "train_model";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void storesACompleteBundleWithItsProvenance() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    StoredLoggedModel model = pipeline.registry().onlyLoggedModel();
    JsonNode provenance = pipeline.registry().json(model, "provenance.json");
    assertThat(pipeline.registry().files(model))
        .contains("MLmodel", "trees.bin", "SHA256SUMS", "model.onnx", "requirements.txt");
    assertThat(provenance.path("dataHash").asText())
        .isEqualTo(run.output("check_data_quality").get("dataHash"));
    assertThat(provenance.path("commit").asText()).isEqualTo("0123456");
    assertThat(record.params())
        .containsEntry("train.trees", "40")
        .containsEntry("training.seed", "3");
  }

  @Test
  void theModelIsALoggedModelOfItsRun() {
    RentPipeline.Run run = pipeline.start().runUntil("evaluate_model");

    StoredRun record = pipeline.registry().onlyRun();
    StoredLoggedModel model = pipeline.registry().onlyLoggedModel();
    assertThat(model.status()).isEqualTo("LOGGED_MODEL_READY");
    assertThat(model.sourceRunId()).isEqualTo(record.id());
    assertThat(model.params()).containsEntry("train.trees", "40");
    assertThat(model.tags())
        .containsEntry("drivetrain.run_id", record.tags().get("drivetrain.run_id"));
    assertThat(model.metrics()).extracting(Metric::key).contains("test_r2");
    assertThat(run.output(STEP))
        .containsEntry("modelId", model.id())
        .doesNotContainKey("modelPath");
    assertThat(new String(pipeline.registry().file(model, "MLmodel"), UTF_8))
        .contains("model_id: \"" + model.id() + "\"", "run_id: \"" + record.id() + "\"");
    assertThat(pipeline.registry().files(record)).noneMatch(path -> path.startsWith("model"));
  }

  @Test
  void aModelWhoseFilesCouldNotBeStoredIsNoLongerPending() {
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality");
    pipeline.registry().faults().refuseUpload("trees.bin");

    assertThatThrownBy(() -> run.run(STEP)).isInstanceOf(RegistryClientException.class);

    assertThat(pipeline.registry().onlyLoggedModel().status())
        .isEqualTo("LOGGED_MODEL_UPLOAD_FAILED");
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
    StoredLoggedModel model = pipeline.registry().onlyLoggedModel();
    JsonNode provenance = pipeline.registry().json(model, "provenance.json");
    assertThat(pipeline.registry().files(model))
        .contains("linear.bin", "error_trees.bin")
        .doesNotContain("trees.bin");
    assertThat(provenance.path("algorithm").asText()).isEqualTo("ridge");
    assertThat(provenance.path("library").path("name").asText()).isEqualTo("hipparchus-core");
    assertThat(provenance.path("parameters").path("penalty").asText()).isEqualTo("0.01");
    assertThat(record.metrics().get("test_r2")).isGreaterThan(0.9);
  }

  @Test
  void anAttemptAfterACrashLearnsTheSameModel() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    run.run(STEP);

    List<StoredLoggedModel> models = pipeline.registry().loggedModels();
    assertThat(models).hasSize(2);
    for (String file : List.of("trees.bin", "error_trees.bin", "encoder.json", "conformal.json")) {
      assertThat(pipeline.registry().file(models.get(1), file))
          .isEqualTo(pipeline.registry().file(models.get(0), file));
    }
  }

  @Test
  void aTryThatWakesUpLateDoesNotTouchTheModelOfTheOneThatTookOver() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);
    StoredLoggedModel first = pipeline.registry().onlyLoggedModel();
    byte[] late = pipeline.registry().file(first, "MLmodel");

    run.takenOver().run(STEP);

    StoredLoggedModel second = pipeline.registry().loggedModels().getLast();
    assertThat(run.output(STEP)).containsEntry("modelId", second.id());
    assertThat(pipeline.registry().file(first, "MLmodel")).isEqualTo(late);
    assertThat(new String(pipeline.registry().file(second, "MLmodel"), UTF_8))
        .contains("models/" + second.id() + "/artifacts\"");
  }

  @Test
  void theStepsAfterItGoOnWithTheModelOfTheTryThatWasCommitted() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP).takenOver();
    run.run(STEP);
    pipeline.registry().damage(pipeline.registry().loggedModels().getFirst(), "trees.bin");

    assertThat(run.run("evaluate_model")).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.run("promote_to_staging")).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.run("validate_staging_model")).isInstanceOf(StepResult.Succeeded.class);

    assertThat(pipeline.registry().sourceOf("1"))
        .isEqualTo("models:/" + pipeline.registry().loggedModels().getLast().id());
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
