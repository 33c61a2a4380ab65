package io.drivetrain.pipeline.trainer.liblinear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Problem;
import io.drivetrain.pipeline.trainer.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as liblinear takes them: what is not 0, by place from 1. The first place is 1 in every row,
 * for the intercept, so that liblinear adds in the order of a {@code LinearModel}.
 */
final class SparseRows {

  private SparseRows() {}

  static Problem problem(TrainingSet rows, Scaling scaling) {
    Problem problem = new Problem();
    problem.l = rows.rows();
    problem.n = rows.columns() + 1;
    problem.x = new Feature[rows.rows()][];
    problem.y = new double[rows.rows()];
    problem.bias = -1;
    int[] next = {0};
    rows.forEachBatch(batch -> {
      for (int row = 0; row < batch.rows(); row++) {
        problem.x[next[0]] = features(batch.inputs()[row], scaling);
        problem.y[next[0]++] = batch.targets()[row];
      }
    });
    return problem;
  }

  static Feature[] features(double[] inputs, Scaling scaling) {
    List<Feature> features = new ArrayList<>();
    features.add(new FeatureNode(1, 1));
    for (int column = 0; column < inputs.length; column++) {
      double value = scaling.scaled(inputs[column], column);
      if (value != 0) {
        features.add(new FeatureNode(column + 2, value));
      }
    }
    return features.toArray(Feature[]::new);
  }
}
