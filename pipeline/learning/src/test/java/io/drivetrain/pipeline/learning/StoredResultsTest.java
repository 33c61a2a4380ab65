package io.drivetrain.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.api.evaluation.EvaluationResult;
import io.drivetrain.pipeline.api.promotion.ProductionResult;
import io.drivetrain.pipeline.api.promotion.StagingResult;
import io.drivetrain.pipeline.api.promotion.ValidationResult;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.api.report.ReportResult;
import io.drivetrain.pipeline.api.training.TrainingResult;
import io.drivetrain.pipeline.engine.output.OutputJson;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.output.StoredOutput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs as they were stored before results had types: read, and written the same. */
class StoredResultsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          quality    | {"mlflowRunId":"r1","data":"cars.csv","dataHash":"ab","rows":12,"unreadable":0,"dropped":{"duplicate":1},"train":8,"test":3,"warnings":[]}
          quality    | {"mlflowRunId":"r1","data":"cars.csv"}
          training   | {"mlflowRunId":"r1","algorithm":"gradient-boosting","parameters":{"trees":"9"},"trainingRows":8,"model":"mlflow-artifacts:/1/r1/artifacts/model","modelPath":"model","trees":9,"nodes":70}
          evaluation | {"metrics":{"test_r2":0.8},"championVersion":"","gates":[{"gate":"test_r2","passed":true,"comparison":"0.8 is at least 0.7"}],"warnings":[]}
          staging    | {"modelName":"cars","modelVersion":"7","stage":"Staging"}
          validation | {"golden":2,"goldenPassed":2,"predictionsThatDiffer":0,"gates":[],"warnings":[]}
          production | {"modelVersion":"7","formerVersion":"6","gates":[],"warnings":["slow"],"stage":"Production","alias":"champion"}
          production | {"modelVersion":"7","formerVersion":"6","gates":[],"warnings":[],"inProduction":"6"}
          production | {"modelVersion":"7","inProduction":"6"}
          report     | {"outcome":"SUCCEEDED","mlflowRunId":"r1","report":"pipeline_report.json","page":"pipeline_report.html","card":"model_card.md"}
          report     | {"outcome":"FAILED"}
          """)
  void areReadAndWrittenTheSame(String step, String stored) throws JsonProcessingException {
    Class<? extends Record> type = type(step);

    Record result = outputs(StepOutput.of(type), stored).find(type).orElseThrow();

    assertThat(JSON.readTree(OutputJson.write(result))).isEqualTo(JSON.readTree(stored));
  }

  @Test
  void aTrainingWithoutAPathIsRead() throws JsonProcessingException {
    StepOutputs outputs =
        outputs(
            StepOutput.of(TrainingResult.class),
            "{\"mlflowRunId\":\"r1\",\"algorithm\":\"forest\",\"trees\":9}");

    TrainingResult result = outputs.find(TrainingResult.class).orElseThrow();

    assertThat(result.modelPath()).isEmpty();
    assertThat(result.trees()).isEqualTo(Optional.of(9L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quality",
        "training",
        "evaluation",
        "staging",
        "validation",
        "production",
        "report"
      })
  void everyFieldHasAType(String step) {
    assertThat(type(step).getRecordComponents())
        .extracting(component -> component.getGenericType().getTypeName())
        .noneMatch(name -> name.contains("java.lang.Object") || name.contains("JsonNode"));
  }

  private static Class<? extends Record> type(String step) {
    return switch (step) {
      case "quality" -> QualityResult.class;
      case "training" -> TrainingResult.class;
      case "evaluation" -> EvaluationResult.class;
      case "staging" -> StagingResult.class;
      case "validation" -> ValidationResult.class;
      case "production" -> ProductionResult.class;
      case "report" -> ReportResult.class;
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static StepOutputs outputs(StepOutput<?> declared, String stored)
      throws JsonProcessingException {
    return new StepOutputs(List.of(new StoredOutput("step", declared, OutputJson.stored(stored))));
  }
}
