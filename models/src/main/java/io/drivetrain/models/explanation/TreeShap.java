package io.drivetrain.models.explanation;

import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;

/**
 * Exact path-dependent TreeSHAP (Lundberg, Erion, Lee: "Consistent Individualized Feature
 * Attribution for Tree Ensembles"): an input that is not known follows both branches of a split in
 * proportion to the covers of the children.
 *
 * <p>{@code trees.meanScore() + sum of contributions = trees.score(inputs)}, but for rounding.
 *
 * <p>Through a leaf of value v, whose path looks at features j with known fraction o (1 where the
 * row itself follows the path at every split on j, else 0) and unknown fraction z (the product of
 * the cover shares), feature i contributes {@code v * (o_i - z_i) * integral over t from 0 to 1 of
 * the product over j != i of (t * o_j + (1 - t) * z_j)}. The integrand is a polynomial, so a
 * quadrature gives it exactly, and its values at the points can be added up over all leaves below a
 * split: one visit of each node is enough.
 */
final class TreeShap implements Attribution {

  private final TreeEnsemble trees;
  private final Quadrature quadrature;

  TreeShap(TreeEnsemble trees) {
    this.trees = trees;
    int featuresOnAPath = Math.max(1, Math.min(trees.depth(), trees.columns()));
    this.quadrature = Quadrature.of((featuresOnAPath + 1) / 2);
  }

  @Override
  public double base() {
    return trees.meanScore();
  }

  @Override
  public double[] contributions(double[] inputs) {
    ShapWalk walk = new ShapWalk(trees, quadrature, inputs);
    for (int tree = 0; tree < trees.trees(); tree++) {
      walk.addTree(trees.root(tree));
    }
    double factor =
        switch (trees.combination()) {
          case Combination.Sum sum -> sum.scale();
          case Combination.Mean _ -> 1.0 / trees.trees();
        };
    double[] contributions = walk.contributions();
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] *= factor;
    }
    return contributions;
  }
}
