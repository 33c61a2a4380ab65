package io.drivetrain.models.explanation;

import io.drivetrain.models.prediction.Combination;
import io.drivetrain.models.prediction.FlatTrees;

/**
 * Exact path-dependent TreeSHAP (Lundberg, Erion, Lee: "Consistent Individualized Feature
 * Attribution for Tree Ensembles", algorithm 2). An input that is not known follows both branches
 * of a split in proportion to the covers of the children.
 *
 * <p>{@code trees.meanScore() + sum of contributions = trees.score(inputs)}, but for rounding.
 */
final class TreeShap {

  private final FlatTrees trees;

  TreeShap(FlatTrees trees) {
    this.trees = trees;
  }

  /** The contribution of each input to the score of one row. */
  double[] contributions(double[] inputs) {
    double[] contributions = new double[trees.columns()];
    ShapPath path = new ShapPath(trees.columns());
    for (int tree = 0; tree < trees.trees(); tree++) {
      walk(trees.root(tree), inputs, path, contributions);
    }
    double factor = factor();
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] *= factor;
    }
    return contributions;
  }

  private void walk(int node, double[] inputs, ShapPath path, double[] contributions) {
    if (trees.isLeaf(node)) {
      path.addTo(contributions, trees.value(node));
      return;
    }
    int feature = trees.feature(node);
    int left = node + 1;
    int right = trees.right(node);
    boolean goesLeft = inputs[feature] <= trees.value(node);
    double cover = trees.cover(left) + trees.cover(right);
    descend(left, feature, trees.cover(left) / cover, goesLeft, inputs, path, contributions);
    descend(right, feature, trees.cover(right) / cover, !goesLeft, inputs, path, contributions);
  }

  private void descend(
      int child,
      int feature,
      double share,
      boolean taken,
      double[] inputs,
      ShapPath path,
      double[] contributions) {
    path.push(feature, share, taken);
    walk(child, inputs, path, contributions);
    path.pop();
  }

  private double factor() {
    return switch (trees.combination()) {
      case Combination.Sum sum -> sum.scale();
      case Combination.Mean _ -> 1.0 / trees.trees();
    };
  }
}
