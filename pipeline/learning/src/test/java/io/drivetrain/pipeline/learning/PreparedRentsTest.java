package io.drivetrain.pipeline.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.definition.Sha256;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.registry.client.memory.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The data of a run is read once; the later steps read what was prepared. */
class PreparedRentsTest {
  private static final String QUALITY = "check_data_quality";
  private static final String TRAINING = "train_model";
  private static final String EVALUATION = "evaluate_model";
  private static final String PRODUCTION = "promote_to_production";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void aRunOpensItsFileOnce() {
    pipeline.start().runUntil(PRODUCTION);

    assertThat(pipeline.filesOpened()).isEqualTo(1);
  }

  /** As they have been since the side of a row follows from its features. */
  @Test
  void rowsOrderAndPartsAreThoseOfEarlierVersions() {
    String repeated = Rents.csv(50, 1).lines().skip(1).collect(Collectors.joining("\n"));
    pipeline.data(Rents.csv(2000, 1) + repeated + "\n");

    pipeline.start().runUntil(EVALUATION);

    StoredRun record = pipeline.registry().onlyRun();
    JsonNode profile = pipeline.registry().json(record, "quality_report.json").path("profile");
    String predictions =
        new String(pipeline.registry().file(record, "evaluation/predictions.csv"), UTF_8);
    String holdOut =
        predictions
            .lines()
            .map(line -> String.join(",", List.of(line.split(",")).subList(0, 2)))
            .collect(Collectors.joining("\n"));
    assertThat(profile.path("rows").asInt()).isEqualTo(2050);
    assertThat(profile.path("dropped").path("duplicate").asInt()).isEqualTo(50);
    assertThat(profile.path("train").asInt()).isEqualTo(1506);
    assertThat(profile.path("test").asInt()).isEqualTo(494);
    assertThat(Sha256.hex(holdOut.getBytes(UTF_8)))
        .as("lines and targets of the hold-out")
        .isEqualTo("944567b0e46a90d809d91b7cfd43272e031bff03040f602eb95055f8421bb25f");
  }

  @Test
  void thePreparedBytesCountWhateverBecomesOfTheFile() {
    RentPipeline.Run run = pipeline.start().runUntil(QUALITY);
    String before = trainedHashes(run);

    pipeline.data(Rents.csv(400, 2));

    assertThat(trainedHashes(run)).isEqualTo(before);
    assertThat(run.run(EVALUATION)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.filesOpened()).isEqualTo(1);
  }

  @Test
  void aWorkerOnAnotherMachineReadsTheSameBytes() throws IOException {
    RentPipeline.Run run = pipeline.start().runUntil(QUALITY);
    String before = trainedHashes(run);
    byte[] copy = Files.readAllBytes(pipeline.copies().getFirst());

    pipeline.onAnotherMachine().withoutData();

    assertThat(trainedHashes(run)).isEqualTo(before);
    assertThat(pipeline.copies())
        .singleElement()
        .satisfies(one -> assertThat(one).hasBinaryContent(copy));
  }

  @Test
  void aDamagedCopyIsFetchedAgain() throws IOException {
    RentPipeline.Run run = pipeline.start().runUntil(QUALITY);
    Files.write(pipeline.copies().getFirst(), new byte[] {1, 2, 3});

    assertThat(run.run(TRAINING)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(pipeline.filesOpened()).isEqualTo(1);
  }

  @Test
  void refusesPreparedDataThatSomebodyHasChanged() {
    RentPipeline.Run run = pipeline.start().runUntil(QUALITY);
    StoredRun record = pipeline.registry().onlyRun();
    String path = preparedPath(record);
    pipeline.registry().damage(record, path);
    pipeline.onAnotherMachine();

    StepResult result = run.run(TRAINING);

    assertThat(((StepResult.Failed) result).message())
        .matches(
            "The prepared data of this run, mlflow-artifacts:/.*/data/[0-9a-f]{64}\\.parquet, has"
                + " been changed: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}. Start another"
                + " run\\.");
  }

  @Test
  void readsTheFileAgainWhenTheRegistryHasLostThePreparedData() {
    RentPipeline.Run run = pipeline.start().runUntil(QUALITY);
    String before = trainedHashes(run);
    StoredRun record = pipeline.registry().onlyRun();
    pipeline.registry().lose(record, preparedPath(record));
    pipeline.onAnotherMachine();

    assertThat(trainedHashes(run)).isEqualTo(before);
    assertThat(pipeline.filesOpened()).isEqualTo(2);
  }

  @Test
  void rejectedDataIsNotKept() {
    pipeline.with("min: 300", "min: 1000");

    assertThat(pipeline.start().run(QUALITY)).isInstanceOf(StepResult.Rejected.class);

    assertThat(pipeline.registry().files(pipeline.registry().onlyRun()))
        .noneMatch(path -> path.startsWith("data/"));
  }

  /** Hashes of the files that the training stores, without the one that names the logged model. */
  private String trainedHashes(RentPipeline.Run run) {
    assertThat(run.run(TRAINING)).isInstanceOf(StepResult.Succeeded.class);
    byte[] hashes =
        pipeline.registry().file(pipeline.registry().loggedModels().getLast(), "SHA256SUMS");
    return new String(hashes, UTF_8)
        .lines()
        .filter(line -> !line.endsWith(" MLmodel"))
        .collect(Collectors.joining("\n"));
  }

  private String preparedPath(StoredRun record) {
    return pipeline.registry().files(record).stream()
        .filter(path -> path.startsWith("data/"))
        .findFirst()
        .orElseThrow();
  }
}
