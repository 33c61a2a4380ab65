package io.drivetrain.models.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapTest {

  @Test
  void givesAStumpsWholeEffectToItsFeature() {
    TreeEnsemble stump =
        TreeEnsemble.builder(2, new Combination.Mean())
            .split(1, 0, 4)
            .leaf(8, 1)
            .leaf(4, 3)
            .build();

    assertThat(stump.meanScore()).isEqualTo(5);
    assertThat(new TreeShap(stump).contributions(new double[] {0, -1})).containsExactly(0, 3);
    assertThat(new TreeShap(stump).contributions(new double[] {0, 1})).containsExactly(0, -1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void equalsTheShapleyValuesOfItsDefinition(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      int columns = 1 + random.nextInt(7);
      RandomTrees generator = new RandomTrees(random.nextLong(), columns);
      Combination combination =
          random.nextBoolean() ? new Combination.Mean() : new Combination.Sum(3, 0.25);
      TreeEnsemble trees =
          generator.trees(1 + random.nextInt(4), 1 + random.nextInt(20), combination);
      double[] row = generator.row();

      double[] contributions = new TreeShap(trees).contributions(row);

      double[] expected = shapleyValues(trees, row);
      for (int i = 0; i < columns; i++) {
        assertThat(contributions[i]).isCloseTo(expected[i], within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 300, 3000})
  void addsUpToTheScoreInLargeTrees(int leaves) {
    RandomTrees generator = RandomTrees.ofEveryKind(leaves, 12);
    TreeEnsemble trees = generator.trees(5, leaves, new Combination.Sum(11, 0.5));
    for (double[] row : generator.rows(20)) {
      double sum = Arrays.stream(new TreeShap(trees).contributions(row)).sum();

      assertThat(trees.meanScore() + sum).isCloseTo(trees.score(row), within(1e-9));
    }
  }

  @Test
  void followsTheDeepestTreeThatIsAllowed() {
    TreeEnsemble.Builder builder = TreeEnsemble.builder(3, new Combination.Mean());
    for (int depth = 0; depth < TreeEnsemble.MAX_DEPTH; depth++) {
      builder.split(depth % 3, 1.0 / (depth + 1), TreeEnsemble.MAX_DEPTH + 1 - depth);
    }
    for (int leaf = 0; leaf <= TreeEnsemble.MAX_DEPTH; leaf++) {
      builder.leaf(leaf, 1);
    }
    TreeEnsemble chain = builder.build();
    double[] row = {0.01, 0.02, 0.03};

    double sum = Arrays.stream(new TreeShap(chain).contributions(row)).sum();

    assertThat(chain.meanScore() + sum).isCloseTo(chain.score(row), within(1e-9));
  }

  @Test
  void survivesABranchWithNextToNoRows() {
    TreeEnsemble trees =
        TreeEnsemble.builder(1, new Combination.Mean())
            .split(0, 0, 1e300)
            .leaf(1, 1e300)
            .split(0, 1, 1e-300)
            .leaf(2, 5e-301)
            .leaf(3, 5e-301)
            .build();

    assertThat(new TreeShap(trees).contributions(new double[] {-1})).containsExactly(0);
    assertThat(new TreeShap(trees).contributions(new double[] {5})).containsExactly(2);
  }

  /** Over all subsets of features: the textbook formula, exponential in their number. */
  private static double[] shapleyValues(TreeEnsemble trees, double[] row) {
    int columns = trees.columns();
    double[] values = new double[columns];
    for (int feature = 0; feature < columns; feature++) {
      for (int known = 0; known < 1 << columns; known++) {
        if ((known & 1 << feature) == 0) {
          double gain = score(trees, row, known | 1 << feature) - score(trees, row, known);
          values[feature] += gain / (columns * binomial(columns - 1, Integer.bitCount(known)));
        }
      }
    }
    return values;
  }

  /** The score when only the features in the set are known. */
  private static double score(TreeEnsemble trees, double[] row, int known) {
    double sum = 0;
    for (int tree = 0; tree < trees.trees(); tree++) {
      sum += value(trees, trees.root(tree), row, known);
    }
    return switch (trees.combination()) {
      case Combination.Sum(double base, double scale) -> base + scale * sum;
      case Combination.Mean _ -> sum / trees.trees();
    };
  }

  private static double value(TreeEnsemble trees, int node, double[] row, int known) {
    if (trees.isLeaf(node)) {
      return trees.value(node);
    }
    int left = node + 1;
    int right = trees.right(node);
    int feature = trees.feature(node);
    if ((known & 1 << feature) != 0) {
      return value(trees, row[feature] <= trees.value(node) ? left : right, row, known);
    }
    return (trees.cover(left) * value(trees, left, row, known)
            + trees.cover(right) * value(trees, right, row, known))
        / trees.cover(node);
  }

  private static double binomial(int n, int k) {
    double value = 1;
    for (int i = 1; i <= k; i++) {
      value = value * (n - k + i) / i;
    }
    return value;
  }
}
