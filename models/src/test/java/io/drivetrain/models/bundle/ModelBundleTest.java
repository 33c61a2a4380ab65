package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.explanation.Contribution;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.models.schema.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelBundleTest {

  private static final ModelBundle BUNDLE = CarFixtures.bundle();
  private static final Estimator ERROR_MODEL = ((Head.Regression) BUNDLE.head()).errorModel();
  private static final Conformal CONFORMAL = ((Head.Regression) BUNDLE.head()).conformal();
  private static final List<Row> ROWS = CarFixtures.rows();

  @Test
  void predictsManyRowsAsOneByOne() {
    double[] values = BUNDLE.values(ROWS);

    assertThat(values).hasSize(8);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(BUNDLE.predict(ROWS.get(i)).asValue().value());
    }
  }

  @Test
  void handsOnTheWarningsOfTheReading() {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put("year", 2020);

    Prediction prediction = BUNDLE.predict(BUNDLE.schema().read(raw));

    assertThat(prediction.warnings())
        .extracting(issue -> issue.code())
        .containsExactly(IssueCode.OUTSIDE_TRAINING_RANGE);
  }

  @Test
  void refusesARowThatWasReadWithErrors() {
    Map<String, Object> raw = CarFixtures.logan();
    raw.put("year", "soon");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLE.predict(BUNDLE.schema().read(raw)))
        .withMessageStartingWith("year \"soon\" is not a number");
  }

  @Test
  void intervalOfAPriceIsNeverNegative() {
    ModelBundle wide =
        bundle(BUNDLE.estimator(), ERROR_MODEL, new Conformal(1_000, 1, 0.9, 0.9, 10), Map.of());

    assertThat(wide.predict(ROWS.getFirst()).asValue().interval().low()).isZero();
  }

  @Test
  void refusesPartsThatDoNotBelongTogether() {
    TreeEnsemble narrow = new RandomTrees(1, 4).trees(1, 3, new Combination.Mean());
    TreeEnsemble endless = TreeEnsemble.builder(5, new Combination.Sum(0, 1)).leaf(800, 1).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(narrow, ERROR_MODEL, CONFORMAL, Map.of()))
        .withMessage("the estimator takes 4 inputs, the encoder makes 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(BUNDLE.estimator(), narrow, CONFORMAL, Map.of()))
        .withMessage("the error model takes 4 inputs, the encoder makes 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(endless, ERROR_MODEL, CONFORMAL, Map.of()))
        .withMessage("the estimator may predict more than a number can hold");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> bundle(BUNDLE.estimator(), ERROR_MODEL, CONFORMAL, Map.of("r2", Double.NaN)))
        .withMessage("metric r2 is no finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ModelBundle(
                CarFixtures.declaredSchema(),
                BUNDLE.encoder(),
                BUNDLE.estimator(),
                BUNDLE.head(),
                Map.of(),
                BUNDLE.provenance(),
                CarFixtures.logan()))
        .withMessage("the encoder was fitted for another schema");
  }

  @Test
  void predictsClassesWithTheirProbabilities() {
    ModelBundle bundle = CarFixtures.classBundle();

    Prediction.Classes prediction = (Prediction.Classes) bundle.predict(ROWS.getFirst());

    double[] scores = new double[3];
    bundle.estimator().scores(bundle.encoder().encode(ROWS.getFirst()), scores);
    double sum = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
    assertThat(bundle.task()).isEqualTo(Task.CLASSIFICATION);
    assertThat(prediction.label()).isEqualTo("months");
    assertThat(prediction.probabilities().keySet()).containsExactly("days", "weeks", "months");
    assertThat(prediction.probabilities().get("weeks"))
        .isCloseTo(Math.exp(scores[1]) / sum, within(1e-12));
    assertThatIllegalStateException().isThrownBy(prediction::asValue);
    assertThatIllegalStateException().isThrownBy(() -> bundle.values(ROWS));
  }

  @Test
  void oneScoreSpeaksForTheSecondOfTwoClassesAndIsCalibrated() {
    ModelBundle bundle = CarFixtures.twoClassBundle();

    for (Row row : ROWS) {
      var prediction = (Prediction.Classes) bundle.predict(row);

      double score = bundle.estimator().score(bundle.encoder().encode(row));
      double later = 1 / (1 + Math.exp(0.1 - (0.7 * score - 0.2)));
      double amounts =
          bundle.explain(row).contributions().stream().mapToDouble(Contribution::amount).sum();
      double explained = bundle.explain(row).base() + amounts;
      assertThat(prediction.probabilities().get("later")).isCloseTo(later, within(1e-12));
      assertThat(prediction.numbers())
          .containsExactly(new double[] {1 - later, later}, within(1e-12));
      assertThat(explained)
          .isCloseTo(prediction.label().equals("later") ? score : -score, within(1e-9));
    }
  }

  @Test
  void refusesClassesThatDoNotFitTheScores() {
    ModelBundle bundle = CarFixtures.classBundle();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> withHead(bundle, new Head.Classification(List.of("days", "weeks"))))
        .withMessage("the estimator has 3 outputs, the model needs 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withHead(bundle, BUNDLE.head()))
        .withMessage("the estimator has 3 outputs, the model needs 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Head.Classification(List.of("days", "days")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Head.Regression(bundle.estimator(), CONFORMAL));
  }

  /** The bounds of the schema bound the score of a linear model: year and mileage are limited. */
  @Test
  void refusesALinearModelThatMayOverflow() {
    LinearModel steep =
        new LinearModel(new double[5], new double[1], new double[][] {{0, 1e-3, 0, 0, 0}});
    LinearModel flat =
        new LinearModel(new double[5], new double[1], new double[][] {{0, 7e-4, 0, 0, 0}});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(steep, ERROR_MODEL, CONFORMAL, Map.of()))
        .withMessage("the estimator may predict more than a number can hold");
    assertThat(bundle(flat, ERROR_MODEL, CONFORMAL, Map.of()).estimator()).isEqualTo(flat);
  }

  @Test
  void refusesTheProvenanceOfAnotherTask() {
    ModelBundle bundle = CarFixtures.classBundle();

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ModelBundle(
                bundle.schema(),
                bundle.encoder(),
                bundle.estimator(),
                bundle.head(),
                Map.of(),
                BUNDLE.provenance(),
                bundle.inputExample()))
        .withMessage("the provenance is of a REGRESSION, the model does CLASSIFICATION");
  }

  @Test
  void refusesAnInputExampleThatItCannotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ModelBundle(
                BUNDLE.schema(),
                BUNDLE.encoder(),
                BUNDLE.estimator(),
                BUNDLE.head(),
                Map.of(),
                BUNDLE.provenance(),
                Map.of("brand", "Audi")))
        .withMessageStartingWith("the input example: model is required");
  }

  private static ModelBundle withHead(ModelBundle bundle, Head head) {
    return new ModelBundle(
        bundle.schema(),
        bundle.encoder(),
        bundle.estimator(),
        head,
        Map.of(),
        bundle.provenance(),
        bundle.inputExample());
  }

  private static ModelBundle bundle(
      Estimator estimator, Estimator errorModel, Conformal conformal, Map<String, Double> metrics) {
    return new ModelBundle(
        BUNDLE.schema(),
        BUNDLE.encoder(),
        estimator,
        new Head.Regression(errorModel, conformal),
        metrics,
        BUNDLE.provenance(),
        CarFixtures.logan());
  }
}
