package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.prediction.Combination;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.FlatTrees;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.models.schema.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelBundleTest {

  private static final ModelBundle BUNDLE = CarFixtures.bundle();
  private static final List<Row> ROWS = CarFixtures.rows();

  @Test
  void predictsManyRowsAsOneByOne() {
    double[] values = BUNDLE.values(ROWS);

    assertThat(values).hasSize(8);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(BUNDLE.predict(ROWS.get(i)).value());
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
        bundle(BUNDLE.trees(), BUNDLE.spread(), new Conformal(1_000, 1, 0.9, 0.9, 10), Map.of());

    assertThat(wide.predict(ROWS.getFirst()).interval().low()).isZero();
  }

  @Test
  void refusesPartsThatDoNotBelongTogether() {
    FlatTrees narrow = new RandomTrees(1, 4).trees(1, 3, new Combination.Mean());
    FlatTrees endless = FlatTrees.builder(5, new Combination.Sum(0, 1)).leaf(800, 1).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(narrow, BUNDLE.spread(), BUNDLE.conformal(), Map.of()))
        .withMessage("trees take 4 inputs, the encoder makes 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(BUNDLE.trees(), narrow, BUNDLE.conformal(), Map.of()))
        .withMessage("spread take 4 inputs, the encoder makes 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bundle(endless, BUNDLE.spread(), BUNDLE.conformal(), Map.of()))
        .withMessage("trees may predict more than a number can hold");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            bundle(BUNDLE.trees(), BUNDLE.spread(), BUNDLE.conformal(), Map.of("r2", Double.NaN)))
        .withMessage("metric r2 is no finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ModelBundle(
                CarFixtures.declaredSchema(),
                BUNDLE.encoder(),
                BUNDLE.trees(),
                BUNDLE.spread(),
                BUNDLE.conformal(),
                Map.of(),
                BUNDLE.provenance(),
                CarFixtures.logan()))
        .withMessage("the encoder was fitted for another schema");
  }

  @Test
  void refusesAnInputExampleThatItCannotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ModelBundle(
                BUNDLE.schema(),
                BUNDLE.encoder(),
                BUNDLE.trees(),
                BUNDLE.spread(),
                BUNDLE.conformal(),
                Map.of(),
                BUNDLE.provenance(),
                Map.of("brand", "Audi")))
        .withMessageStartingWith("the input example: model is required");
  }

  private static ModelBundle bundle(
      FlatTrees trees, FlatTrees spread, Conformal conformal, Map<String, Double> metrics) {
    return new ModelBundle(
        BUNDLE.schema(),
        BUNDLE.encoder(),
        trees,
        spread,
        conformal,
        metrics,
        BUNDLE.provenance(),
        CarFixtures.logan());
  }
}
