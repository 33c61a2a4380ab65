package io.drivetrain.models.estimator;

import io.drivetrain.models.RandomTrees;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Prints how fast a boosting model of 500 trees with 31 leaves is: run it by hand, it is no test.
 * Medians over rounds in microseconds a row, after a warm-up; one thread.
 */
final class ScoringSpeed {

  private static final int ROWS = 8_000;
  private static final int ROUNDS = 40;

  private ScoringSpeed() {}

  public static void main(String[] args) {
    RandomTrees generator = new RandomTrees(1, 20);
    TreeEnsemble trees = generator.trees(500, 31, new Combination.Sum(11.5, 0.05));
    double[][] rows = generator.rows(ROWS);
    double[] out = new double[ROWS];
    print("plain walk, row by row", () -> each(rows, row -> plainScore(trees, row), out));
    print("single row", () -> each(rows, trees::score, out));
    print("batch", () -> trees.score(rows, out));
  }

  private static void each(double[][] rows, ToDoubleFunction<double[]> score, double[] out) {
    for (int i = 0; i < rows.length; i++) {
      out[i] = score.applyAsDouble(rows[i]);
    }
  }

  private static void print(String name, Runnable pass) {
    double[] micros = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      pass.run();
      micros[round] = (System.nanoTime() - start) / 1e3 / ROWS;
    }
    double[] warm = Arrays.copyOfRange(micros, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    double median = warm[warm.length / 2];
    System.out.printf("%-24s %6.2f us a row, %,9.0f rows a second%n", name, median, 1e6 / median);
  }

  /** What the ranked layout is measured against. */
  private static double plainScore(TreeEnsemble trees, double[] inputs) {
    Combination.Sum sum = (Combination.Sum) trees.combination();
    double score = sum.base();
    for (int tree = 0; tree < trees.trees(); tree++) {
      int node = trees.root(tree);
      while (!trees.isLeaf(node)) {
        node = inputs[trees.feature(node)] <= trees.value(node) ? node + 1 : trees.right(node);
      }
      score += sum.scale() * trees.value(node);
    }
    return score;
  }
}
