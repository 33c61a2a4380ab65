package io.drivetrain.models.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class LinearModelTest {

  private static final LinearModel ONE =
      new LinearModel(new double[] {2, 4}, new double[] {0.1}, new double[][] {{0.3, -0.7}});
  private static final LinearModel TWO =
      new LinearModel(
          new double[] {2, 4}, new double[] {1, -3}, new double[][] {{1, 2}, {0.5, -1}});

  @Test
  void addsFromLeftToRight() {
    double expected = 0.1;
    expected += 0.3 * 5;
    expected += -0.7 * 1e-3;

    assertThat(ONE.score(new double[] {5, 1e-3})).isEqualTo(expected);
  }

  @Test
  void scoresManyRowsAsOneByOne() {
    double[][] rows = {{1, 2}, {0.1, 0.2}, {-3, 1e9}};
    double[] out = new double[3];

    ONE.score(rows, out);

    for (int i = 0; i < rows.length; i++) {
      assertThat(out[i]).isEqualTo(ONE.score(rows[i]));
    }
  }

  @Test
  void givesOneScoreForEachOutput() {
    double[] out = new double[2];

    TWO.scores(new double[] {10, 1}, out);

    assertThat(out).containsExactly(13, 1);
    assertThat(TWO.outputs()).isEqualTo(2);
    assertThatIllegalStateException().isThrownBy(() -> TWO.score(new double[2]));
    assertThatIllegalStateException()
        .isThrownBy(() -> TWO.score(new double[1][2], new double[1]))
        .withMessage("the model has 2 outputs, not one");
  }

  @Test
  void meanScoreIsThatOfTheMeanInputs() {
    assertThat(TWO.meanScore(0)).isEqualTo(11);
    assertThat(TWO.meanScore(1)).isEqualTo(-6);
  }

  @Test
  void greatestScoreFollowsFromTheGreatestInputs() {
    assertThat(TWO.greatestScore(new double[] {10, 100})).isEqualTo(211);
    assertThat(TWO.greatestScore(new double[] {1e308, 1e308})).isInfinite();
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearModel(new double[0], new double[1], new double[1][0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearModel(new double[1], new double[2], new double[1][1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearModel(new double[2], new double[1], new double[1][3]))
        .withMessage("3 weights, but there are 2 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LinearModel(new double[1], new double[] {Double.NaN}, new double[1][1]))
        .withMessage("an intercept is NaN, not a finite number");
  }

  @Test
  void keepsItsOwnCopies() {
    double[][] weights = {{1}};
    LinearModel model = new LinearModel(new double[1], new double[1], weights);

    weights[0][0] = 5;

    assertThat(model.weight(0, 0)).isEqualTo(1);
  }
}
