package io.drivetrain.pipeline.trainer.smile;

import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;
import smile.regression.RandomForest;
import smile.regression.RegressionTree;

/**
 * Flattens the trees of Smile. Thresholds, the base and the shrinkage have no accessor in Smile
 * 6.2.5, and its texts round them: they are read from the fields.
 */
final class SmileTrees {
  private static final VarHandle THRESHOLD = field(OrdinalNode.class, "value");
  private static final VarHandle BASE = field(GradientTreeBoost.class, "b");
  private static final VarHandle SHRINKAGE = field(GradientTreeBoost.class, "shrinkage");

  private SmileTrees() {}

  static TreeEnsemble flatten(GradientTreeBoost model, int columns) {
    double base = (double) BASE.get(model);
    double shrinkage = (double) SHRINKAGE.get(model);
    return flatten(model.trees(), columns, new Combination.Sum(base, shrinkage));
  }

  static TreeEnsemble flatten(RandomForest model, int columns) {
    return flatten(model.trees(), columns, new Combination.Mean());
  }

  private static TreeEnsemble flatten(
      RegressionTree[] trees, int columns, Combination combination) {
    TreeEnsemble.Builder builder = TreeEnsemble.builder(columns, combination);
    for (RegressionTree tree : trees) {
      add(tree.root(), builder);
    }
    return builder.build();
  }

  private static void add(Node node, TreeEnsemble.Builder builder) {
    switch (node) {
      case RegressionNode leaf -> builder.leaf(leaf.output(), leaf.size());
      case OrdinalNode split -> {
        builder.split(split.feature(), (double) THRESHOLD.get(split), size(split));
        add(split.trueChild(), builder);
        add(split.falseChild(), builder);
      }
      default -> throw new IllegalStateException("numbers only, but Smile made a " + node);
    }
  }

  /** Rows below a split; Smile's own count of it is not kept up when leaves are merged. */
  private static int size(InternalNode split) {
    return split.trueChild().size() + split.falseChild().size();
  }

  private static VarHandle field(Class<?> owner, String name) {
    try {
      Class<?> type = double.class;
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException changed) {
      throw new ExceptionInInitializerError(changed);
    }
  }
}
