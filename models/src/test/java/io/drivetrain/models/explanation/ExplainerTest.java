package io.drivetrain.models.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.schema.Row;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static final Encoder LOG = CarFixtures.encoder();
  private static final Encoder IDENTITY =
      new Encoder(LOG.schema(), LOG.columns(), TargetTransform.IDENTITY);

  @Test
  void basePlusAmountsIsTheValueForALogTarget() {
    for (int seed = 0; seed < 20; seed++) {
      TreeEnsemble trees =
          new RandomTrees(seed, LOG.size()).trees(20, 12, new Combination.Sum(11.5, 0.1));
      for (Row row : CarFixtures.rows()) {
        Explanation explanation = new Explainer(LOG, trees).explain(row);

        double value = LOG.toRaw(trees.score(LOG.encode(row)));
        assertThat(sum(explanation)).isCloseTo(value, within(1e-9 * value));
      }
    }
  }

  @Test
  void basePlusAmountsIsTheValueForAPlainTarget() {
    TreeEnsemble trees = new RandomTrees(5, IDENTITY.size()).trees(20, 12, new Combination.Mean());
    for (Row row : CarFixtures.rows()) {
      Explanation explanation = new Explainer(IDENTITY, trees).explain(row);

      assertThat(explanation.base()).isEqualTo(trees.meanScore());
      assertThat(sum(explanation)).isCloseTo(trees.score(IDENTITY.encode(row)), within(1e-9));
    }
  }

  @Test
  void amountsOfALogTargetKeepSignsAndProportions() {
    TreeEnsemble trees =
        TreeEnsemble.builder(LOG.size(), new Combination.Sum(11, 1))
            .split(0, 9.5, 2)
            .leaf(0.4, 1)
            .leaf(0, 1)
            .split(1, 70_000, 2)
            .leaf(0.2, 1)
            .leaf(0, 1)
            .build();

    Explanation explanation = new Explainer(LOG, trees).explain(CarFixtures.rows().getFirst());

    // An old car with many kilometres: -0.2 and -0.1 from a base of exp(11.3).
    assertThat(explanation.base()).isEqualTo(StrictMath.exp(11.3), within(1e-9));
    double year = amount(explanation, "year");
    double mileage = amount(explanation, "mileage_km");
    assertThat(year).isNegative();
    assertThat(year / mileage).isCloseTo(2, within(1e-9));
    assertThat(sum(explanation)).isCloseTo(StrictMath.exp(11), within(1e-6));
  }

  @Test
  void sharesAJointMeanOutByHowFarEachValueMovedIt() {
    TreeEnsemble trees =
        TreeEnsemble.builder(LOG.size(), new Combination.Sum(11, 1))
            .split(2, 11.5, 2)
            .leaf(0, 1)
            .leaf(1, 1)
            .build();
    Row logan = CarFixtures.rows().getFirst();

    Explanation explanation = new Explainer(LOG, trees).explain(logan);

    double[] shares = LOG.shares(2, logan);
    assertThat(amount(explanation, "brand") / amount(explanation, "model"))
        .isCloseTo(shares[0] / shares[1], within(1e-9));
  }

  @Test
  void namesEveryFeatureOnceTheStrongestFirst() {
    List<Contribution> contributions =
        CarFixtures.bundle().explain(CarFixtures.rows().getFirst()).contributions();

    assertThat(contributions)
        .extracting(Contribution::feature)
        .containsExactlyInAnyOrder("brand", "model", "year", "mileage_km", "gearbox", "first_hand");
    assertThat(contributions)
        .isSortedAccordingTo(Comparator.comparingDouble(c -> -Math.abs(c.amount())));
    assertThat(contributions.getFirst())
        .satisfies(c -> assertThat(c.value()).isEqualTo("125000"))
        .satisfies(c -> assertThat(c.label().fr()).isEqualTo("Kilométrage"));
  }

  @Test
  void aLinearModelMovesFromTheMeanInputs() {
    LinearModel linear =
        new LinearModel(
            new double[] {10, 100_000, 11.5, 0, 0},
            new double[] {500},
            new double[][] {{-20, -0.001, 0, 0, 7}});
    Row row = CarFixtures.rows().getFirst();
    double[] inputs = IDENTITY.encode(row);

    Explanation explanation = new Explainer(IDENTITY, linear).explain(row);

    assertThat(explanation.base()).isEqualTo(200);
    assertThat(amount(explanation, "year")).isEqualTo(-20 * (inputs[0] - 10));
    assertThat(amount(explanation, "mileage_km")).isEqualTo(-0.001 * (inputs[1] - 100_000));
    assertThat(amount(explanation, "gearbox")).isZero();
    assertThat(sum(explanation)).isCloseTo(linear.score(inputs), within(1e-9));
  }

  @Test
  void basePlusAmountsIsTheValueOfALinearModelWithALogTarget() {
    ModelBundle bundle = CarFixtures.linearBundle();
    for (Row row : CarFixtures.rows()) {
      double value = bundle.predict(row).asValue().value();

      assertThat(sum(bundle.explain(row))).isCloseTo(value, within(1e-9 * value));
    }
  }

  @Test
  void explainsTheScoreOfThePredictedClass() {
    ModelBundle bundle = CarFixtures.classBundle();
    for (Row row : CarFixtures.rows()) {
      double[] scores = new double[3];
      bundle.estimator().scores(bundle.encoder().encode(row), scores);

      double greatest = Math.max(scores[0], Math.max(scores[1], scores[2]));
      assertThat(sum(bundle.explain(row))).isCloseTo(greatest, within(1e-9));
    }
  }

  @Test
  void aModelThatSaysTheSameOfEveryRowHasNoReasons() {
    TreeEnsemble constant =
        TreeEnsemble.builder(LOG.size(), new Combination.Sum(11, 1)).leaf(0.5, 1).build();

    Explanation explanation = new Explainer(LOG, constant).explain(CarFixtures.rows().getFirst());

    assertThat(explanation.base()).isEqualTo(StrictMath.exp(11.5));
    assertThat(explanation.contributions()).allMatch(c -> c.amount() == 0);
  }

  private static double amount(Explanation explanation, String feature) {
    return explanation.contributions().stream()
        .filter(c -> c.feature().equals(feature))
        .findFirst()
        .orElseThrow()
        .amount();
  }

  private static double sum(Explanation explanation) {
    return explanation.base()
        + explanation.contributions().stream().mapToDouble(Contribution::amount).sum();
  }
}
