package io.drivetrain.models.explanation;

import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.List;
import java.util.stream.IntStream;

/** Exact Shapley values of one output of an estimator: base plus contributions is its score. */
interface Attribution {

  /** The score of no row in particular. */
  double base();

  /** The contribution of each input to the score of one row. */
  double[] contributions(double[] inputs);

  /** One for each output. */
  static List<Attribution> of(Estimator estimator) {
    return switch (estimator) {
      case TreeEnsemble trees -> List.of(new TreeShap(trees));
      case ClassTrees trees -> trees.byClass().stream().<Attribution>map(TreeShap::new).toList();
      case LinearModel linear ->
          IntStream.range(0, linear.outputs())
              .<Attribution>mapToObj(output -> new LinearShap(linear, output))
              .toList();
    };
  }
}
