package io.drivetrain.models.explanation;

import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.Arrays;

/** One row on its way through all branches of all trees; see {@link TreeShap} for the formula. */
final class ShapWalk {

  private final TreeEnsemble trees;
  private final double[] points;
  private final double[] weights;
  private final double[] inputs;
  private final double[] contributions;

  /** For each feature its fractions on the path so far; 1 and 1 is "not on the path". */
  private final double[] known;

  private final double[] unknown;

  /** {@code [depth][point]}: the product over the features of the path to the node there. */
  private final double[][] products;

  /** {@code [depth][point]}: value times product, added up over the leaves below the node there. */
  private final double[][] sums;

  ShapWalk(TreeEnsemble trees, Quadrature quadrature, double[] inputs) {
    this.trees = trees;
    this.points = quadrature.points();
    this.weights = quadrature.weights();
    this.inputs = inputs;
    this.contributions = new double[trees.columns()];
    this.known = new double[trees.columns()];
    this.unknown = new double[trees.columns()];
    this.products = new double[trees.depth() + 1][quadrature.size()];
    this.sums = new double[trees.depth() + 1][quadrature.size()];
    Arrays.fill(known, 1);
    Arrays.fill(unknown, 1);
    Arrays.fill(products[0], 1);
  }

  void addTree(int root) {
    visit(root, 0);
  }

  /** Sums over the trees added so far, before any scale. */
  double[] contributions() {
    return contributions;
  }

  private void visit(int node, int depth) {
    if (trees.isLeaf(node)) {
      for (int q = 0; q < points.length; q++) {
        sums[depth][q] = trees.value(node) * products[depth][q];
      }
      return;
    }
    int left = node + 1;
    int right = trees.right(node);
    double share = trees.cover(left) / (trees.cover(left) + trees.cover(right));
    boolean goesLeft = trees.goesLeft(node, inputs[trees.feature(node)]);
    Arrays.fill(sums[depth], 0);
    descend(node, left, share, goesLeft, depth);
    descend(node, right, 1 - share, !goesLeft, depth);
  }

  private void descend(int node, int child, double share, boolean taken, int depth) {
    int feature = trees.feature(node);
    double knownAbove = known[feature];
    double unknownAbove = unknown[feature];
    double knownBelow = taken ? knownAbove : 0;
    double unknownBelow = unknownAbove * share;
    if (knownBelow == 0 && unknownBelow < Double.MIN_NORMAL) {
      return; // Nobody comes here: no weight, and factors that cannot be divided by.
    }
    double[] above = products[depth];
    double[] below = products[depth + 1];
    for (int q = 0; q < points.length; q++) {
      below[q] =
          above[q] / factor(knownAbove, unknownAbove, q) * factor(knownBelow, unknownBelow, q);
    }
    known[feature] = knownBelow;
    unknown[feature] = unknownBelow;
    visit(child, depth + 1);
    known[feature] = knownAbove;
    unknown[feature] = unknownAbove;
    double gain = 0;
    for (int q = 0; q < points.length; q++) {
      double sum = sums[depth + 1][q];
      sums[depth][q] += sum;
      // A split above on the same feature counts these leaves with its own fractions: taken back.
      gain +=
          weights[q]
              * sum
              * ((knownBelow - unknownBelow) / factor(knownBelow, unknownBelow, q)
                  - (knownAbove - unknownAbove) / factor(knownAbove, unknownAbove, q));
    }
    contributions[feature] += gain;
  }

  private double factor(double known, double unknown, int point) {
    return points[point] * known + (1 - points[point]) * unknown;
  }
}
