package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepStoppedException;
import io.drivetrain.pipeline.learning.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTrainingTest {
  private static final Label LABEL = new Label("x", "x");
  static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, null, true, List.of(), true, null, Map.of(), null),
              new NumericFeature("area", LABEL, null, true, "m2", false, false, 1, 500, null)),
          new Target("rent", LABEL, "MAD", null));
  static final EncodingPlan PLAN =
      new EncodingPlan(
          TargetTransform.LOG,
          List.of(new ColumnPlan.Number("area"), new ColumnPlan.TargetMean(List.of("city"), null)));
  static final Algorithm BOOSTING = new Algorithm("gradient_boosting");
  private static final Progress SILENT = (text, fraction) -> {};

  @ParameterizedTest
  @ValueSource(strings = {"gradient_boosting", "random_forest", "ridge"})
  void sameModelBitForBitWhateverTheNumberOfThreads(String name) throws InterruptedException {
    Algorithm algorithm = new Algorithm(name);
    TrainedModel alone = training(algorithm, 20, 1).train(SCHEMA, examples(200), List.of(), SILENT);
    TrainedModel together =
        training(algorithm, 20, 4).train(SCHEMA, examples(200), List.of(), SILENT);

    assertThat(together).isEqualTo(alone);
  }

  /** They are not learned from, and the intervals know that such rows come. */
  @Test
  void outliersWidenTheIntervalsAndLeaveTheModelAsItIs() throws InterruptedException {
    List<Example> outliers =
        examples(200).subList(0, 30).stream()
            .map(one -> new Example(one.line(), one.row(), one.target() * 3))
            .toList();

    TrainedModel usual = training(BOOSTING, 20, 2).train(SCHEMA, examples(200), List.of(), SILENT);
    TrainedModel aware = training(BOOSTING, 20, 2).train(SCHEMA, examples(200), outliers, SILENT);

    assertThat(aware.estimator()).isEqualTo(usual.estimator());
    assertThat(aware.schema()).isEqualTo(usual.schema());
    assertThat(aware.conformal().calibrationRows()).isEqualTo(230);
    assertThat(meanWidth(aware)).isGreaterThan(1.2 * meanWidth(usual));
  }

  private static double meanWidth(TrainedModel model) {
    return examples(200).stream()
        .map(one -> model.encoder().encode(one.row()))
        .map(inputs -> model.conformal().around(0, model.errorModel().score(inputs)))
        .mapToDouble(interval -> interval.high() - interval.low())
        .average()
        .orElseThrow();
  }

  @Test
  void intervalsAreCalibratedOnEveryTrainingRow() throws InterruptedException {
    TrainedModel model = training(BOOSTING, 20, 2).train(SCHEMA, examples(200), List.of(), SILENT);

    assertThat(model.conformal().calibrationRows()).isEqualTo(200);
    assertThat(model.conformal().coverage()).isEqualTo(0.8);
    assertThat(model.conformal().measuredCoverage()).isBetween(0.8, 0.82);
  }

  @Test
  void intervalsAreCalibratedOnErrorsOfRowsThatTheirModelHasNotSeen() throws InterruptedException {
    List<Example> examples = examples(200);
    TrainedModel model = training(BOOSTING, 400, 2).train(SCHEMA, examples, List.of(), SILENT);

    double ownError =
        examples.stream()
            .mapToDouble(one ->
                Math.abs(
                    one.target()
                        - model
                            .encoder()
                            .toRaw(model.estimator().score(model.encoder().encode(one.row())))))
            .average()
            .orElseThrow();
    double expectedError =
        examples.stream()
            .mapToDouble(one -> model.errorModel().score(model.encoder().encode(one.row())))
            .average()
            .orElseThrow();

    assertThat(expectedError).isGreaterThan(1.2 * ownError);
  }

  @Test
  void theSchemaLearnsTheValuesOfTheTrainingPart() throws InterruptedException {
    TrainedModel model = training(BOOSTING, 5, 1).train(SCHEMA, examples(60), List.of(), SILENT);

    assertThat(((CategoricalFeature) model.schema().feature(0)).values())
        .containsExactly("Fès", "Rabat");
  }

  @Test
  void refusesTooFewRowsAndSaysHowManyItNeeds() {
    ModelTraining training = training(BOOSTING, 5, 1);

    assertThatThrownBy(() -> training.train(SCHEMA, examples(9), List.of(), SILENT))
        .isInstanceOf(StepFailedException.class)
        .hasMessage(
            "9 training rows are too few: the folds of the definition need 10 at least. Use a"
                + " larger file, or fewer folds in 'training'.");
  }

  @Test
  void stopsWhenTheProgressRefusesToGoOn() {
    List<String> reports = new CopyOnWriteArrayList<>();
    Progress refusing =
        (text, fraction) -> {
          reports.add(text);
          throw new StepStoppedException("cancelled");
        };
    ModelTraining training = training(BOOSTING, 1_000_000, 2);

    assertThatThrownBy(() -> training.train(SCHEMA, examples(200), List.of(), refusing))
        .isInstanceOf(StepStoppedException.class);

    assertThat(reports).hasSize(1).first().asString().matches("tree \\d+ of 4000080");
  }

  @Test
  void reportsAnAscendingShareOfAllTrees() throws InterruptedException {
    List<Double> fractions = new ArrayList<>();

    training(BOOSTING, 4000, 1)
        .train(SCHEMA, examples(200), List.of(), (text, fraction) -> fractions.add(fraction));

    assertThat(fractions)
        .isNotEmpty()
        .isSorted()
        .allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
  }

  static ModelTraining training(Algorithm algorithm, int trees, int threads) {
    return new ModelTraining(spec(algorithm), PLAN, trainer(algorithm, trees), threads);
  }

  static TrainingSpec spec(Algorithm algorithm) {
    return new TrainingSpec(algorithm, 7L, 5, new IntervalSpec(0.8, 3, 20));
  }

  /** A trainer without trees has its defaults. */
  static ConfiguredTrainer<?> trainer(Algorithm algorithm, int trees) {
    return ConfiguredTrainer.of(
        algorithm,
        new RunParameters(
            Map.of(
                "train.trees", trees,
                "train.max_depth", 5,
                "train.max_nodes", 8,
                "train.node_size", 3,
                "train.shrinkage", 0.1)));
  }

  static List<Example> examples(int count) {
    Random random = new Random(2);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean capital = random.nextBoolean();
      double area = 20 + random.nextInt(100);
      var row = SCHEMA.read(Map.of("city", capital ? "Rabat" : "Fès", "area", area)).row();
      double rent = (capital ? 60 : 40) * area * (1 + 0.2 * random.nextGaussian());
      examples.add(new Example(i + 2, row, Math.max(100, rent)));
    }
    return examples;
  }
}
