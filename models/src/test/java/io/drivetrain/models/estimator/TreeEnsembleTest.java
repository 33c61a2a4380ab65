package io.drivetrain.models.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.models.RandomTrees;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {

  private static final Combination MEAN = new Combination.Mean();

  @Test
  void sendsAnInputAtTheThresholdLeft() {
    TreeEnsemble stump = stump(0.5);

    assertThat(stump.score(new double[] {0.5})).isEqualTo(1);
    assertThat(stump.score(new double[] {Math.nextUp(0.5)})).isEqualTo(2);
    assertThat(stump.score(new double[] {Double.NEGATIVE_INFINITY})).isEqualTo(1);
    assertThat(stump.score(new double[] {Double.POSITIVE_INFINITY})).isEqualTo(2);
  }

  @Test
  void sendsNanRight() {
    assertThat(stump(0.5).score(new double[] {Double.NaN})).isEqualTo(2);
  }

  @Test
  void sendsNanWhereTheSplitSays() {
    TreeEnsemble stump =
        TreeEnsemble.builder(1, MEAN).splitMissingLeft(0, 0.5, 2).leaf(1, 1).leaf(2, 1).build();

    assertThat(stump.score(new double[] {Double.NaN})).isEqualTo(1);
    assertThat(stump.score(new double[] {0.5})).isEqualTo(1);
    assertThat(stump.score(new double[] {0.6})).isEqualTo(2);
  }

  @Test
  void sendsTheCategoriesOfASetLeft() {
    TreeEnsemble stump =
        TreeEnsemble.builder(1, MEAN)
            .splitCategories(0, CategorySet.of(0, 2, 64, 130), 2)
            .leaf(1, 1)
            .leaf(2, 1)
            .build();

    for (double inside : new double[] {0, -0.0, -0.5, 2, 2.9, 64, 130}) {
      assertThat(stump.score(new double[] {inside})).as("%s", inside).isEqualTo(1);
    }
    for (double outside : new double[] {-1, 1, 3, 63, 65, 131, 1e18, -1e18, Double.NaN}) {
      assertThat(stump.score(new double[] {outside})).as("%s", outside).isEqualTo(2);
    }
    assertThat(stump.sets()).containsExactly(CategorySet.of(130, 64, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> CategorySet.ofWords(new long[3]));
  }

  @Test
  void zerosOfBothSignsAreEqual() {
    assertThat(stump(0.0).score(new double[] {-0.0})).isEqualTo(1);
    assertThat(stump(-0.0).score(new double[] {0.0})).isEqualTo(1);
    TreeEnsemble both =
        TreeEnsemble.builder(1, new Combination.Sum(0, 1))
            .split(0, -0.0, 2)
            .leaf(1, 1)
            .leaf(2, 1)
            .split(0, 0.0, 2)
            .leaf(10, 1)
            .leaf(20, 1)
            .build();
    assertThat(both.score(new double[] {0.0})).isEqualTo(11);
    assertThat(both.score(new double[] {-0.0})).isEqualTo(11);
  }

  @Test
  void splitBelowSendsAnInputAtTheThresholdRight() {
    TreeEnsemble stump =
        TreeEnsemble.builder(1, MEAN).splitBelow(0, 0.5, 2).leaf(1, 1).leaf(2, 1).build();

    assertThat(stump.score(new double[] {0.5})).isEqualTo(2);
    assertThat(stump.score(new double[] {Math.nextDown(0.5)})).isEqualTo(1);
  }

  @Test
  void addsTheTreesOfBoostingFromLeftToRight() {
    TreeEnsemble trees =
        TreeEnsemble.builder(1, new Combination.Sum(0.1, 0.3))
            .leaf(1e16, 1)
            .leaf(-1e16, 1)
            .leaf(0.7, 1)
            .build();

    double expected = 0.1;
    expected += 0.3 * 1e16;
    expected += 0.3 * -1e16;
    expected += 0.3 * 0.7;
    assertThat(trees.score(new double[1])).isEqualTo(expected);
  }

  @Test
  void meansTheTreesOfAForest() {
    TreeEnsemble trees =
        TreeEnsemble.builder(1, MEAN).leaf(0.1, 1).leaf(0.2, 1).leaf(0.7, 1).build();

    assertThat(trees.score(new double[1])).isEqualTo((0.1 + 0.2 + 0.7) / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesTheBitsOfAPlainWalk(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      int columns = 1 + random.nextInt(6);
      RandomTrees generator =
          random.nextBoolean()
              ? new RandomTrees(random.nextLong(), columns)
              : RandomTrees.ofEveryKind(random.nextLong(), columns);
      Combination combination = random.nextBoolean() ? MEAN : new Combination.Sum(11.5, 0.05);
      TreeEnsemble trees =
          generator.trees(1 + random.nextInt(11), 1 + random.nextInt(40), combination);
      double[][] rows = generator.rows(1 + random.nextInt(200));
      rows[0][0] = Double.NaN;

      double[] batch = new double[rows.length];
      trees.score(rows, batch);

      for (int i = 0; i < rows.length; i++) {
        double plain = plainScore(trees, rows[i]);
        assertThat(trees.score(rows[i])).isEqualTo(plain);
        assertThat(batch[i]).isEqualTo(plain);
      }
    }
  }

  @Test
  void scoresNoRows() {
    double[] none = {};

    stump(0.5).score(new double[0][], none);

    assertThat(none).isEmpty();
  }

  @Test
  void meanScoreWeighsLeavesByTheirCover() {
    TreeEnsemble trees =
        TreeEnsemble.builder(1, new Combination.Sum(10, 0.5))
            .split(0, 0, 4)
            .leaf(8, 1)
            .leaf(4, 3)
            .build();

    assertThat(trees.meanScore()).isEqualTo(12.5);
    assertThat(trees.greatestScore(new double[] {1e300})).isEqualTo(14);
  }

  @Test
  void keepsNodesInPreorder() {
    TreeEnsemble trees =
        TreeEnsemble.builder(2, MEAN)
            .split(1, 0.5, 6)
            .split(0, 0.25, 4)
            .leaf(1, 3)
            .leaf(2, 1)
            .leaf(3, 2)
            .leaf(9, 6)
            .build();

    assertThat(trees.trees()).isEqualTo(2);
    assertThat(trees.nodes()).isEqualTo(6);
    assertThat(trees.root(1)).isEqualTo(5);
    assertThat(trees.right(0)).isEqualTo(4);
    assertThat(trees.right(1)).isEqualTo(3);
    assertThat(trees.isLeaf(4)).isTrue();
    assertThat(trees.feature(0)).isEqualTo(1);
    assertThat(trees.cover(1)).isEqualTo(4);
    assertThat(trees.depth()).isEqualTo(2);
  }

  @Test
  void builderRefusesWhatIsNoForest() {
    refuses(TreeEnsemble.builder(1, MEAN), "no tree");
    refuses(TreeEnsemble.builder(1, MEAN).split(0, 0, 2), "lacks 1");
    refuses(TreeEnsemble.builder(1, MEAN).split(0, 0, 2).leaf(1, 1), "lacks 1");
    assertThatIllegalArgumentException().isThrownBy(() -> TreeEnsemble.builder(0, MEAN));
    assertThatIllegalArgumentException().isThrownBy(() -> TreeEnsemble.builder(65_536, MEAN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(2, MEAN).split(2, 0, 1))
        .withMessage("node 0 splits on input 2, but there are 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(2, MEAN).split(-1, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(1, MEAN).split(0, Double.NaN, 1))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(1, MEAN).leaf(Double.POSITIVE_INFINITY, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(1, MEAN).leaf(1, 0))
        .withMessageContaining("cover");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.builder(1, MEAN).split(0, 0, 3).leaf(1, 1).leaf(1, 1))
        .withMessage("node 0 has cover 3.0, its children have 2.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Combination.Sum(Double.NaN, 1));
  }

  @Test
  void builderRefusesATreeThatIsTooDeep() {
    TreeEnsemble.Builder builder = TreeEnsemble.builder(1, MEAN);
    for (int depth = 0; depth < TreeEnsemble.MAX_DEPTH; depth++) {
      builder.split(0, 0, 1_000 - depth);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.split(0, 0, 1))
        .withMessageContaining("deeper than 512");
  }

  private static TreeEnsemble stump(double threshold) {
    return TreeEnsemble.builder(1, MEAN).split(0, threshold, 2).leaf(1, 1).leaf(2, 1).build();
  }

  private static void refuses(TreeEnsemble.Builder builder, String reason) {
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(reason);
  }

  /** As a library walks its trees: node by node, sum by sum. */
  private static double plainScore(TreeEnsemble trees, double[] inputs) {
    double sum = trees.combination() instanceof Combination.Sum boosting ? boosting.base() : 0;
    for (int tree = 0; tree < trees.trees(); tree++) {
      int node = trees.root(tree);
      while (!trees.isLeaf(node)) {
        double input = inputs[trees.feature(node)];
        boolean left =
            switch (trees.kind(node)) {
              case MISSING_RIGHT -> input <= trees.value(node);
              case MISSING_LEFT -> Double.isNaN(input) || input <= trees.value(node);
              case CATEGORIES -> trees.set(node).contains(input);
            };
        node = left ? node + 1 : trees.right(node);
      }
      sum +=
          trees.combination() instanceof Combination.Sum boosting
              ? boosting.scale() * trees.value(node)
              : trees.value(node);
    }
    return trees.combination() instanceof Combination.Mean ? sum / trees.trees() : sum;
  }
}
