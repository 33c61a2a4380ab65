package io.drivetrain.pipeline.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import io.drivetrain.registry.client.memory.StoredRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluateStepTest {
  private static final String STEP = "evaluate_model";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void measuresTheFirstModelWithoutAChampion() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    JsonNode gates = pipeline.registry().json(record, "evaluation/gates.json");
    assertThat(record.metrics().keySet())
        .containsExactlyInAnyOrderElementsOf(Metric.keys(Task.REGRESSION));
    assertThat(record.metrics().get("test_r2")).isGreaterThan(0.6);
    assertThat(record.tags())
        .containsEntry("drivetrain.champion_version", "none")
        .containsEntry("drivetrain.gates", "passed");
    assertThat(run.output(STEP)).containsEntry("championVersion", "");
    assertThat(gates.path("passed").asBoolean()).isTrue();
    assertThat(gates.path("notes"))
        .extracting(JsonNode::asText)
        .startsWith("There was no champion.");
    JsonNode coverage = pipeline.registry().json(record, "evaluation/coverage.json");
    assertThat(coverage.path("asked").asDouble()).isEqualTo(0.8);
    assertThat(coverage.path("measured").asDouble())
        .isEqualTo(record.metrics().get("interval_coverage"));
    assertThat(gates.path("gates"))
        .extracting(gate -> gate.path("gate").asText())
        .containsExactly("test_r2", "champion", "monotone area");
  }

  /** The rents are close to linear: a ridge is hard to beat, a single split is not. */
  @Test
  void comparesWithATrainerThatLearnsTheTrainingPart() {
    pipeline.with("gates:", "gates:\n  - {type: baseline, trainer: test_stump, margin: 0.5}");
    pipeline.start().runUntil(STEP);
    pipeline.with("trainer: test_stump, margin: 0.5", "trainer: ridge, margin: 0");

    assertThat(pipeline.start().runUntil("train_model").run(STEP))
        .isInstanceOfSatisfying(
            StepResult.Rejected.class,
            rejected -> assertThat(rejected.message()).contains("0 % less than that of ridge"));
  }

  @Test
  void writesThePredictionsOfTheWholeHoldOutAndWhatMovesThem() {
    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().onlyRun();
    long holdOut = ((Number) run.output("check_data_quality").get("test")).longValue();
    assertThat(lines(record, "evaluation/predictions.csv"))
        .hasSize((int) holdOut + 1)
        .startsWith("line,actual,predicted,low,high,residual");
    assertThat(lines(record, "evaluation/feature_importance.csv"))
        .hasSize(5)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("area,"));
  }

  @Test
  void theSameModelAgainIsNotInferiorToTheChampion() {
    promoteAFirstModel();

    RentPipeline.Run run = pipeline.start().runUntil(STEP);

    StoredRun record = pipeline.registry().runs().get(1);
    JsonNode gates = pipeline.registry().json(record, "evaluation/gates.json");
    assertThat(run.output(STEP)).containsEntry("championVersion", "1");
    assertThat(gates.path("championMetrics").path("test_r2").asDouble())
        .isEqualTo(record.metrics().get("test_r2"));
    assertThat(gates.path("notes").path(0).asText())
        .isEqualTo("The champion was trained on the training part of the same file.");
  }

  @Test
  void keepsTheChampionWhenTheChallengerIsWorse() {
    promoteAFirstModel();

    StepResult result = pipeline.start().with("train.trees", 2).runUntil("train_model").run(STEP);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message())
        .startsWith("The challenger did not pass ")
        .contains(" gates. Gate test_r2 failed: ", " is below the minimum 0.6. ")
        .contains(
            "Gate champion failed: compared with version 1 the mean absolute error changes by +")
        .endsWith(". The model in production stays.");
    assertThat(pipeline.registry().runs().get(1).tags())
        .containsEntry("drivetrain.gates", "rejected");
  }

  @Test
  void saysThatAChampionOfAnotherSplitHasAnAdvantage() {
    promoteAFirstModel();
    pipeline.with("testShare: 0.25, seed: 1", "testShare: 0.25, seed: 2");

    pipeline.start().runUntil("train_model").run(STEP);

    assertThat(note())
        .startsWith("The champion was trained with another split, so it may have seen");
  }

  @Test
  void comparesWithAChampionOfAnotherFile() {
    promoteAFirstModel();
    pipeline.data(Rents.csv(500, 1));

    pipeline.start().runUntil("train_model").run(STEP);

    assertThat(note()).startsWith("The champion was trained on another file with the same split.");
  }

  @Test
  void aChampionWithDamagedFilesDoesNotStopTheNextModel() {
    promoteAFirstModel();
    pipeline.registry().damage(pipeline.registry().onlyLoggedModel(), "trees.bin");

    pipeline.start().runUntil(STEP);

    assertThat(note()).contains("trees.bin has SHA-256 ");
  }

  @Test
  void aChampionThatNeedsAFeatureThatIsGoneDoesNotStopTheNextModel() {
    promoteAFirstModel();
    pipeline
        .with("source: Ville, required: true", "source: Ville, required: false")
        .data(Rents.csv(400, 1).replaceAll("(?m)^Fès", ""));

    pipeline.start().runUntil(STEP);

    assertThat(note()).startsWith("its features do not fit: it cannot read ");
  }

  @Test
  void writesWhatTheGatesOfSlicesComparedAndWhatTheyLeftOut() {
    pipeline.with("gates:\n", "gates:\n  - {type: slice, by: city, top: 2, minRows: 20}\n");
    promoteAFirstModel();

    pipeline.start().runUntil(STEP);

    JsonNode gate =
        pipeline
            .registry()
            .json(pipeline.registry().runs().get(1), "evaluation/gates.json")
            .path("gates")
            .path(0);
    JsonNode slice = gate.path("details").path("slices").path(0);
    JsonNode left = gate.path("details").path("notJudged").path(0);
    assertThat(gate.path("gate").asText()).isEqualTo("slice city");
    assertThat(gate.path("comparison").asText())
        .isEqualTo("2 of 2 slices of city pass; 1 not judged");
    assertThat(slice.fieldNames())
        .toIterable()
        .containsExactly(
            "slice",
            "rows",
            "meanAbsoluteError",
            "errorShare",
            "biasShare",
            "comparedRows",
            "championMeanAbsoluteError",
            "difference",
            "lowerBound",
            "adjustedP",
            "problem");
    assertThat(slice.path("difference").asDouble()).isZero();
    assertThat(slice.path("adjustedP").asDouble()).isEqualTo(1);
    assertThat(left.path("slice").asText()).isEqualTo("1 other levels");
    assertThat(left.path("because").asText())
        .isEqualTo("only the 2 most frequent levels are judged");
  }

  @Test
  void refusesASliceOfAFeatureThatIsNotThere() {
    String text = Rents.definition().replace("gates:\n", "gates:\n  - {type: slice, by: rooms}\n");

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(((DefinitionReading.Refused) reading).errors().getFirst().path())
        .isEqualTo("gates[0].by");
  }

  @Test
  void refusesAMonotoneGateOfSomethingThatIsNoNumber() {
    String text = Rents.definition().replace("monotone, feature: area", "monotone, feature: city");

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(((DefinitionReading.Refused) reading).errors().getFirst().message())
        .isEqualTo("there is no numeric feature 'city'");
  }

  private void promoteAFirstModel() {
    pipeline.start().runUntil("promote_to_production");
  }

  /** What the second run says of its comparison. */
  private String note() {
    return pipeline
        .registry()
        .json(pipeline.registry().runs().get(1), "evaluation/gates.json")
        .path("notes")
        .path(0)
        .asText();
  }

  private List<String> lines(StoredRun record, String file) {
    return new String(pipeline.registry().file(record, file), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
