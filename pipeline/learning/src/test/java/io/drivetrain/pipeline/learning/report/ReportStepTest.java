package io.drivetrain.pipeline.learning.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.registry.client.memory.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportStepTest {
  private static final String STEP = "send_pipeline_report";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void tellsASuccessAndEndsTheRecord() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    JsonNode report = pipeline.registry().json(record, "pipeline_report.json");
    assertThat(run.output(STEP)).containsEntry("outcome", "SUCCEEDED");
    assertThat(record.status()).isEqualTo("FINISHED");
    assertThat(record.tags())
        .containsEntry("drivetrain.outcome", "SUCCEEDED")
        .doesNotContainKey("drivetrain.reason");
    assertThat(report.path("runId").asText()).isEqualTo(run.id().toString());
    assertThat(report.path("steps")).hasSize(7);
    assertThat(report.path("steps").path(6).path("thisReport").asBoolean()).isTrue();
    assertThat(report.path("steps").path(0).path("seconds").asDouble()).isEqualTo(2);
    assertThat(report.path("facts").path("promote_to_production").path("modelVersion").asText())
        .isEqualTo("1");
  }

  @Test
  void tellsARejectionWithItsReason() {
    RentPipeline.Run run = pipeline.with("min: 300", "min: 1000").start();
    run.run("check_data_quality");
    run.run(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    assertThat(run.output(STEP)).containsEntry("outcome", "REJECTED");
    assertThat(record.status()).isEqualTo("FAILED");
    assertThat(record.tags()).containsEntry("drivetrain.outcome", "REJECTED");
    assertThat(record.tags().get("drivetrain.reason"))
        .startsWith("check_data_quality: rents.csv cannot be learned from: ");
  }

  @Test
  void tellsAFailureWithItsReason() {
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality");
    run.with("train.trees", 0).run("train_model");
    run.run(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    assertThat(record.status()).isEqualTo("FAILED");
    assertThat(record.tags())
        .containsEntry("drivetrain.outcome", "FAILED")
        .containsEntry("drivetrain.reason", "train_model: train.trees must be at least 1, not 0");
  }

  @Test
  void tellsACancellationInTheMiddleWithWhatThereIs() {
    RentPipeline.Run run = pipeline.start().runUntil("check_data_quality");
    run.cancelFrom("train_model").run(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    assertThat(run.output(STEP)).containsEntry("outcome", "CANCELLED");
    assertThat(record.status()).isEqualTo("KILLED");
    assertThat(record.tags())
        .containsEntry("drivetrain.outcome", "CANCELLED")
        .containsEntry("drivetrain.reason", "train_model: Cancelled: wrong file");
  }

  @Test
  void tellsACancellationBeforeAnythingWasDone() {
    RentPipeline.Run run = pipeline.start().cancelFrom("check_data_quality");

    run.run(STEP);

    assertThat(run.output(STEP))
        .containsEntry("outcome", "CANCELLED")
        .doesNotContainKey("mlflowRunId");
  }

  @Test
  void endsARecordWhoseFirstStepDiedBeforeItCouldTell() {
    RentPipeline.Run run = pipeline.start();
    run.runWithoutTelling("check_data_quality");

    run.run(STEP);

    assertThat(run.output(STEP)).containsEntry("mlflowRunId", pipeline.registry().onlyRun().id());
    assertThat(pipeline.registry().runs()).noneMatch(record -> record.status().equals("RUNNING"));
  }

  @Test
  void aTryAfterACrashFindsTheRecordThatIsEndedAlready() {
    RentPipeline.Run run = pipeline.start();
    run.runWithoutTelling("check_data_quality");

    run.runWithoutTelling(STEP);
    run.run(STEP);

    assertThat(run.output(STEP)).containsEntry("mlflowRunId", pipeline.registry().onlyRun().id());
  }

  @Test
  void aRunWithoutARecordHasNothingToEnd() {
    RentPipeline.Run run = pipeline.start();

    run.run(STEP);

    assertThat(run.output(STEP)).doesNotContainKey("mlflowRunId");
    assertThat(pipeline.registry().runs()).isEmpty();
  }
}
