package io.drivetrain.pipeline.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.registry.client.source.ModelUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a file of classes to a model in production that predicts them. */
class ClassificationTest {
  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @ParameterizedTest
  @ValueSource(strings = {"lightgbm", "logistic_regression", "linear_svm"})
  void zeroAndOneAreClassesWithProbabilities(String algorithm) {
    String definition =
        algorithm.equals("lightgbm")
            ? Churn.definition()
            : Churn.definition()
                .replace("algorithm: lightgbm", "algorithm: " + algorithm)
                .replace("  monotone: {calls: rising}\n", "");
    pipeline
        .data(Churn.csv(1200, 3, "0", "1"))
        .definition(definition)
        .start()
        .runUntil("send_pipeline_report");

    var record = pipeline.registry().onlyRun();
    assertThat(record.params()).containsEntry("task", "classification");
    assertThat(pipeline.registry().json(record, "quality_report.json").toString())
        .contains("The task is classification: the target churn is one of 0, 1.");
    assertThat(record.metrics())
        .containsKeys("test_accuracy", "test_macro_f1", "test_log_loss", "test_roc_auc");
    assertThat(record.metrics().get("test_roc_auc")).isGreaterThan(0.8);
    assertThat(record.metrics().get("test_calibration_error")).isLessThan(0.1);
    assertThat(lines("evaluation/confusion_matrix.csv"))
        .hasSize(3)
        .first()
        .isEqualTo("actual,predicted 0,predicted 1");
    assertThat(lines("evaluation/predicted_classes.csv").getFirst())
        .isEqualTo("line,actual,predicted,p_0,p_1");
    Prediction.Classes often = predict(Map.of("plan", "monthly", "months", 3, "calls", 7));
    Prediction.Classes never = predict(Map.of("plan", "yearly", "months", 50, "calls", 0));
    assertThat(often.label()).isEqualTo("1");
    assertThat(never.probabilities().get("0")).isGreaterThan(0.8);
    assertThat(often.probabilities().values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void theChampionIsMetOnLogLoss() {
    pipeline.data(Churn.csv(1200, 3, "no", "yes"));
    String definition = Churn.definition().replace("class: \"1\"", "class: \"yes\"");
    pipeline.definition(definition).start().runUntil("promote_to_production");

    StepResult second = pipeline.start().runUntil("train_model").run("evaluate_model");

    assertThat(second).isInstanceOf(StepResult.Succeeded.class);
    assertThat(((StepResult.Succeeded) second).output().toString())
        .contains("compared with version 1 the log loss changes by +0.0000");
  }

  @Test
  void gatesOfNumbersAreRefusedWhereTheTargetIsSaidToBeAClass() {
    String definition =
        Churn.definition()
            .replace("name: churn\n", "name: churn\n  task: classification\n")
            .replace("metric: test_accuracy", "metric: test_r2");

    assertThat(Definitions.reading(definition, pipeline.steps()))
        .isInstanceOf(DefinitionReading.Refused.class)
        .asString()
        .contains("a classification has no metric 'test_r2'");
    assertThat(
            Definitions.reading(
                Churn.definition()
                    .replace("name: churn\n", "name: churn\n  task: classification\n")
                    .replace("{type: champion, margin: 0.05}", "{type: range}"),
                pipeline.steps()))
        .asString()
        .contains("this gate judges predicted numbers");
  }

  @Test
  void aTargetOfManyNumbersMustBeDeclared() {
    pipeline.data(Churn.csv(300, 3, "0", "1").replace(",1\n", ",7\n"));

    StepResult result = pipeline.definition(Churn.definition()).start().run("check_data_quality");

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message())
        .isEqualTo(
            "The target churn has 2 different values, numbers among them. Say in 'target' of the"
                + " definition what it is: 'min' and 'max' of a number that is predicted, or"
                + " 'task: classification'.");
  }

  @Test
  void anAlgorithmOfNumbersSaysWhoLearnsClasses() {
    pipeline.data(Churn.csv(600, 3, "0", "1"));
    String definition =
        Churn.definition()
            .replace("algorithm: lightgbm", "algorithm: ridge")
            .replace("  monotone: {calls: rising}\n", "");

    StepResult result =
        pipeline.definition(definition).start().runUntil("check_data_quality").run("train_model");

    assertThat(((StepResult.Failed) result).message())
        .isEqualTo(
            "The algorithm ridge does not learn classes. Name another one in 'training': lightgbm,"
                + " linear_svm, logistic_regression.");
  }

  @Test
  void textsBecomeClassesInBothLanguages() throws IOException {
    String definition =
        Files.readString(Path.of("../definitions/review-sentiment.yaml"))
            .replace("default: reviews.csv", "default: rents.csv")
            .replace("name: review_sentiment\n", "name: rent_predictor\n");
    pipeline
        .file(Path.of("../../data/reviews.csv"))
        .definition(definition)
        .start()
        .runUntil("send_pipeline_report");

    var record = pipeline.registry().onlyRun();
    assertThat(record.metrics().get("test_accuracy")).isGreaterThan(0.9);
    Prediction.Classes great = predict(Map.of("text", "great work"));
    assertThat(great.label()).isEqualTo("positive");
    assertThat(great.probabilities().keySet()).containsExactly("negative", "neutral", "positive");
    assertThat(predict(Map.of("text", "Le service était nul, plus jamais.")).label())
        .isEqualTo("negative");
    assertThat(predict(Map.of("text", "zzz")).probabilities().values())
        .allSatisfy(probability -> assertThat(probability).isBetween(0.0, 1.0));
  }

  private Prediction.Classes predict(Map<String, Object> row) {
    ModelBundle champion = champion();
    return (Prediction.Classes) champion.predict(champion.schema().read(row));
  }

  private ModelBundle champion() {
    var resolved =
        pipeline.models().resolve(new ModelUri.OfAlias("rent_predictor", "champion")).orElseThrow();
    return BundleReader.read(pipeline.models().load(resolved).files());
  }

  private List<String> lines(String path) {
    var registry = pipeline.registry();
    return new String(registry.file(registry.onlyRun(), path), UTF_8).lines().toList();
  }
}
